using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Settings;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Links;
using ShipBy.Domain.Offers;
using ShipBy.Simulation.Machine;
using ShipBy.Simulation.Outside;
using ShipBy.Simulation.Ports;

namespace ShipBy.Simulation;

/// <summary>What kind of world a seed plays in, drawn before anything happens.</summary>
internal sealed record SeedPlan
{
    /// <value>Each hundredth seed goes on for days.</value>
    private const int LongSeed = 100;

    /// <value>
    /// Minutes that an instance may stand still. Closed orders stay longer than that: whoever wakes with an old page in hand must still find in the ledger
    /// that an order was taken, and closed, since.
    /// </value>
    private const int LongestSleep = 55;

    public required int Seed { get; init; }

    /// <value>Ticks with faults and news; the quiet end comes on top.</value>
    public required long Length { get; init; }

    public required int Instances { get; init; }

    /// <value>For each pool the names of its shops.</value>
    public required IReadOnlyList<IReadOnlyList<string>> Pools { get; init; }

    public required int Products { get; init; }

    /// <value>Units of a product when the seed begins, at most.</value>
    public required int MostUnits { get; init; }

    /// <value>At least 200.</value>
    public required double OrdersPerDay { get; init; }

    /// <value>Open orders that stand there when ShipBy starts.</value>
    public required int Backlog { get; init; }

    public required int PageSize { get; init; }

    /// <value>Faults a call; 0 plays without any.</value>
    public required double FaultRate { get; init; }

    /// <value>Whether the mail channel remembers mails by their id and can be asked; otherwise it is like SMTP.</value>
    public required bool MailCanTell { get; init; }

    /// <value>Ticks by which an instance's clock may be wrong.</value>
    public required long MostClockError { get; init; }

    /// <value>Few mails allowed: some wait for the next hour, and so does the end.</value>
    public required bool FewMails { get; init; }

    /// <value>How long a mail may wait for the budget alone.</value>
    public Duration MailsWait => FewMails ? Duration.FromTimeSpan(Options.MailWindowLong) : Duration.Zero;

    /// <summary>The same for one severity: good news waits for a second window where the first was full of warnings.</summary>
    public Duration MailsWaitFor(Severity severity) => MailsWait * (severity == Severity.Info ? 2 : 1);

    /// <value>What a chat of the first contact takes, from which severity on; null: there is none. A chat can never tell what it has.</value>
    public required Severity? Chat { get; init; }

    /// <value>Whether somebody is told when the first contact does not acknowledge.</value>
    public required bool HasSecondContact { get; init; }

    public required GuardOptions Options { get; init; }

    /// <value>Puts a wrong channel before the right one; null in an honest run.</value>
    public Func<IAlertChannel, IAlertChannel>? WrongChannel { get; init; }

    /// <value>Puts a wrong version in; null in an honest run.</value>
    public Action<IServiceCollection, Seam>? Plant { get; init; }

    /// <value>What shops are told of the stock; null: nothing.</value>
    public required OfferTerms? Terms { get; init; }

    /// <value>Whether orders in stock are reported as packed by themselves.</value>
    public required bool PacksByItself { get; init; }

    /// <value>How long what was told may take until it shows, as the app believes; longer than it ever takes in an honest run.</value>
    public Duration ShowsAfter { get; init; } = Duration.FromMinutes(1);

    /// <value>A planted bug of the host: messages are deleted before the work is done.</value>
    public bool DeletesFirst { get; init; }

    /// <value>False in a planted bug that has nothing but the queue.</value>
    public bool HasOutboxTimer { get; init; } = true;

    /// <value>A planted bug of links: what they are taken for.</value>
    public Func<Play, AlertLink, AlertLink>? WrongLink { get; init; }

    /// <value>Quiet enough at the end for all trouble of ours to be over, told, and closed.</value>
    public bool RestsLong => Seed % 5 == 0;

    public bool IsLong => Seed % LongSeed == 0;

    public static SeedPlan Of(int seed)
    {
        var dice = new Dice((ulong)seed * 2 + 1);
        var isLong = seed % LongSeed == 0;
        var fewMails = dice.Chance(0.1);
        var plan = new SeedPlan
        {
            Seed = seed,
            Length = isLong ? 72 * Scheduler.Hour : 108 * Scheduler.Minute,
            Instances = dice.Between(2, 3),
            Pools = dice.Pick<IReadOnlyList<IReadOnlyList<string>>>([[["east"]], [["east", "west"]], [["east"], ["north"]], [["east", "west"], ["north"]]]),
            Products = dice.Chance(0.2) ? 60 : dice.Between(3, 12),
            MostUnits = (int)dice.Scale(3, 60),
            OrdersPerDay = isLong ? dice.Between(200, 260) : dice.Scale(200, 500),
            Backlog = (int)dice.Scale(2, 30),
            PageSize = dice.Pick([5, 20, 100]),
            FaultRate = dice.Chance(0.05) ? 0 : isLong ? dice.Scale(0.0005, 0.004) : dice.Scale(0.0008, 0.02),
            MailCanTell = dice.Chance(0.7),
            MostClockError = dice.Chance(0.3) ? 0 : dice.Between(1, 5) * Scheduler.Second,
            FewMails = fewMails,
            Options = new GuardOptions
            {
                KeepClosedFor = dice.Chance(0.5) ? TimeSpan.FromHours(12) : TimeSpan.FromMinutes(LongestSleep + dice.Between(1, 15)),
                Ladder = dice.Pick(["24h,12h,6h,2h", "24h=90m,12h=45m,6h=20m,2h=8m", "3h,1h,30m,10m"]),
                MailsPerShortWindow = fewMails ? 5 : 60,
                MailsPerLongWindow = fewMails ? 12 : 1_000,
                EarlyWarningAt = SlowShops.ThresholdOf(seed),
                GroupInterval = TimeSpan.FromMinutes(dice.Chance(0.25) ? 10 : 0),
                QuietHours = dice.Chance(0.2) ? "09:40-10:10" : "",         // plays begin at nine, Moscow time
                EscalateAfter = TimeSpan.FromMinutes(dice.Pick([5, 30])),
            },
            Chat = dice.Chance(0.4) ? dice.Pick([Severity.Warning, Severity.Critical]) : null,
            HasSecondContact = dice.Chance(0.4),
            Terms = seed % 6 == 1 ? new OfferTerms() : null,
            PacksByItself = seed % 7 == 2,
        };
        plan.Options.LinkSecret = "a secret of no seller";
        plan.Options.LinkLifetime = TimeSpan.FromMinutes(dice.Pick([20, 60, 4_320]));
        plan.Options.SilentAfter = TimeSpan.FromMinutes(dice.Chance(0.3) ? 6 : 15);
        plan.Options.OutageAfter = TimeSpan.FromMinutes(dice.Chance(0.5) ? 5 : 15);
        plan.Options.RepeatInterval = TimeSpan.FromMinutes(fewMails || dice.Chance(0.5) ? 240 : dice.Between(5, 40));
        return plan;
    }
}
