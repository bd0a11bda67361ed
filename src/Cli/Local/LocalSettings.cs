using System.Globalization;
using System.Text;
using ShipBy.Cli.Runs;

namespace ShipBy.Cli.Local;

/// <summary>The app's settings for a run against the sandbox: what is real is named, what is time is mapped onto the run.</summary>
internal static class LocalSettings
{
    /// <value>The only shop of a run; several go by their channels.</value>
    public const string Shop = "sandbox";

    public const string Pool = "main";

    /// <value>Beginnings of settings that must not reach the app from our own environment: they may name a real shop, storage or mail service.</value>
    public static readonly IReadOnlyList<string> NotInherited =
        ["Shops__", "ShipBy__", "Alerts__", "AzureWebJobs", "AzureFunctionsJobHost__", "FUNCTIONS_", "PollSchedule", "SweepSchedule", "OutboxSchedule", "ASPNETCORE_", "Logging__"];

    private const string EverySecond = "* * * * * *";

    private static readonly TimeSpan OneTick = TimeSpan.FromSeconds(1);

    private static readonly IReadOnlyList<(string Name, TimeSpan Before)> Ladder =
    [
        ("24h", TimeSpan.FromHours(24)), ("12h", TimeSpan.FromHours(12)), ("6h", TimeSpan.FromHours(6)), ("2h", TimeSpan.FromHours(2)),
    ];

    /// <summary>The rungs' names, for whoever maps them himself.</summary>
    public static string LadderNames { get; } = string.Join(',', Ladder.Select(rung => rung.Name));

    /// <param name="scale">Wall time per marketplace time.</param>
    /// <param name="channels">As in <see cref="RunPlan.Channels"/>.</param>
    public static IReadOnlyDictionary<string, string> For(double scale, string storage, Uri sandbox, RunKeys keys, string language, string channels = RunPlan.OzonAlone) =>
        new Dictionary<string, string>(new LocalShops(channels, scale, sandbox, keys).Settings())
        {
            // An address that is logged would carry the push secret into the log.
            ["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning",
            ["AzureWebJobsStorage"] = storage,
            ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:01",
            ["PollSchedule"] = EverySecond,
            ["SweepSchedule"] = EverySecond,
            ["OutboxSchedule"] = EverySecond,
            ["ShipBy__MorningPlanAt"] = "",        // a day of the run is seconds long
            ["ShipBy__EveningReportAt"] = "",
            ["ShipBy__Ladder"] = LadderFor(scale),
            ["ShipBy__EarlyWarningAt"] = "0",       // the shop's hours are not those of the run
            ["ShipBy__Language"] = language,
            ["ShipBy__Contact"] = "seller@sandbox.example",
            ["ShipBy__DeskKey"] = keys.Desk,
            ["ShipBy__PushSecret"] = keys.Push,
            ["ShipBy__MailWindowShort"] = Text(Mapped(TimeSpan.FromMinutes(1), scale, atLeast: TimeSpan.FromMilliseconds(1))),
            ["ShipBy__MailWindowLong"] = Text(Mapped(TimeSpan.FromHours(1), scale, atLeast: TimeSpan.FromMilliseconds(1))),
            ["ShipBy__MailPatience"] = Text(Mapped(TimeSpan.FromMinutes(1), scale, atLeast: TimeSpan.FromSeconds(3))),
            ["ShipBy__RingAgainAfter"] = Text(Mapped(TimeSpan.FromMinutes(2), scale, atLeast: OneTick)),
            ["ShipBy__LookBack"] = Text(Mapped(TimeSpan.FromDays(1), scale, atLeast: TimeSpan.FromMinutes(2))),     // the marketplace opens before the app
            ["ShipBy__KeepClosedFor"] = Text(Mapped(TimeSpan.FromHours(12), scale, atLeast: TimeSpan.FromSeconds(30))),     // no poll may outlast it
            ["ShipBy__PollOverlap"] = Text(Mapped(TimeSpan.FromMinutes(10), scale, atLeast: OneTick)),
            ["Alerts__Kind"] = "acs",
            ["Alerts__ConnectionString"] = $"endpoint={sandbox.AbsoluteUri};accesskey={keys.Mail}",
            ["Alerts__Timeout"] = Text(TimeSpan.FromSeconds(2)),
            ["Alerts__Sender"] = "shipby@sandbox.example",
            ["FUNCTIONS_TIMER_LEASE"] = "off",      // one process, alone; a killed one must not keep its successor waiting
            ["FUNCTIONS_HOST_KEY"] = keys.Host,
            ["FUNCTIONS_MASTER_KEY"] = keys.Host,
        };

    /// <summary>Every rung keeps its name and gets its length in the run, as in <c>24h=30s</c>.</summary>
    private static string LadderFor(double scale) => Ladder
        .Aggregate(new StringBuilder(), (text, rung) => text
            .Append(text.Length == 0 ? "" : ",")
            .Append(CultureInfo.InvariantCulture, $"{rung.Name}={(rung.Before * scale).TotalSeconds:0.######}s"))
        .ToString();

    internal static TimeSpan Mapped(TimeSpan real, double scale, TimeSpan atLeast) =>
        TimeSpan.FromTicks(Math.Max((long)(real.Ticks * scale), atLeast.Ticks));

    internal static string Text(TimeSpan time) => time.ToString("c", CultureInfo.InvariantCulture);
}
