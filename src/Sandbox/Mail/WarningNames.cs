namespace ShipBy.Sandbox.Mail;

/// <summary>An order and a rung that a mail names.</summary>
/// <param name="Deadline">Unix seconds of the deadline it was named for; null: for any.</param>
internal sealed record NamedWarning(string Order, string Rung, long? Deadline);

/// <summary>Reads the header that a warning carries: <c>order/rung, order/rung@deadline</c>, orders percent-encoded.</summary>
internal static class WarningNames
{
    public const string Header = "X-ShipBy-Warnings";

    /// <summary>A name that makes no sense comes back as an order of that name without a rung.</summary>
    public static IReadOnlyList<NamedWarning> Read(string? header) =>
        header is null ? [] : header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(One).Distinct().ToArray();

    private static NamedWarning One(string text)
    {
        var slash = text.LastIndexOf('/');
        var order = Uri.UnescapeDataString(slash < 0 ? text : text[..slash]);
        var rung = slash < 0 ? "" : Uri.UnescapeDataString(text[(slash + 1)..]);
        var at = rung.IndexOf('@');
        return at >= 0 && long.TryParse(rung[(at + 1)..], System.Globalization.CultureInfo.InvariantCulture, out var deadline)
            ? new NamedWarning(order, rung[..at], deadline)
            : new NamedWarning(order, rung, null);
    }
}
