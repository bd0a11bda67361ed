namespace ShipBy.Adapters.Tests.Alerts.Chat.Servers;

/// <summary>How a server goes wrong.</summary>
public enum Fault
{
    None,

    /// <summary>Hangs up without having done anything.</summary>
    CutBefore,

    /// <summary>Shows the notice and hangs up.</summary>
    CutAfter,

    /// <summary>Shows the notice and hangs up amid its answer.</summary>
    CutInAnswer,

    /// <summary>Shows the notice and never answers.</summary>
    Silent,

    /// <summary>A fault of its own, in no words of its interface.</summary>
    Broken,

    /// <summary>A gateway's page.</summary>
    BadGateway,

    TimedOut,

    /// <summary>Success, and no word of its interface.</summary>
    Garbage,

    HalfAnswer,

    /// <summary>Success, and an array where an object belongs.</summary>
    List,

    /// <summary>More than any answer has.</summary>
    Flood,

    /// <summary>A proxy's refusal.</summary>
    Forbidden,

    Redirect,

    /// <summary>A gateway that is asked too often.</summary>
    TooMany,
}

internal static class FaultReply
{
    /// <returns>Null where the vendor's own rules have the say.</returns>
    public static Reply? Instead(this Fault fault) => fault switch
    {
        Fault.Broken => new Reply(500, "oops"),
        Fault.BadGateway => new Reply(502, "<html>bad gateway</html>"),
        Fault.TimedOut => new Reply(408, ""),
        Fault.Garbage => new Reply(200, "<html>welcome</html>"),
        Fault.HalfAnswer => new Reply(200, "{\"ok\":tr"),
        Fault.List => new Reply(200, "[0]"),
        Fault.Flood => new Reply(200, new string(' ', 100_000) + "{}"),
        Fault.Forbidden => new Reply(405, "<html>not this way</html>"),
        Fault.Redirect => new Reply(302, "", Headers: new Dictionary<string, string> { ["Location"] = "/elsewhere" }),
        Fault.TooMany => new Reply(429, "", Headers: new Dictionary<string, string> { ["Retry-After"] = "17" }),
        _ => null,
    };
}
