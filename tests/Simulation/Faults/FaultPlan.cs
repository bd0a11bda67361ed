using ShipBy.Simulation.Machine;

namespace ShipBy.Simulation.Faults;

/// <summary>When something fails, drawn from the seed. Each seed leaves some kinds out and favours others, so that rare pairs of faults meet too.</summary>
internal sealed class FaultPlan
{
    private readonly Dice _dice;
    private readonly double[] _rates;
    private readonly (FaultKind Kind, double UpTo)[][] _kinds;
    private readonly List<Outage> _outages = [];

    /// <param name="rate">Faults a call, on average over the call sites.</param>
    public FaultPlan(Dice dice, double rate)
    {
        _dice = dice;
        var weights = Enum.GetValues<FaultKind>().ToDictionary(kind => kind, kind => dice.Chance(0.4) ? 0 : WeightOf(kind) * dice.Scale(0.3, 3));
        var sites = Enum.GetValues<CallSite>();
        _rates = [.. sites.Select(site => rate * LevelOf(site) * dice.Scale(0.3, 3))];
        _kinds = [.. sites.Select(site => Cumulated([.. FaultKinds.At(site).Select(kind => (kind, weights[kind]))]))];
    }

    public bool IsOn { get; set; } = true;

    public void Add(Outage outage) => _outages.Add(outage);

    /// <param name="service">Which of several services behind one call site; a shop's name, or empty.</param>
    public FaultKind Draw(CallSite site, string service, long now)
    {
        if (!IsOn)
        {
            return FaultKind.None;
        }

        foreach (var outage in _outages)
        {
            if (now >= outage.From && now < outage.Until && outage.Hits(site, service))
            {
                return FaultKinds.At(site).Contains(FaultKind.Busy) && _dice.Chance(0.5) ? FaultKind.Busy : FaultKinds.At(site).Contains(FaultKind.TimeOutBefore) ? FaultKind.TimeOutBefore : FaultKind.Lost;
            }
        }

        if (_dice.Unit() >= _rates[(int)site] || _kinds[(int)site] is not [_, ..] kinds)
        {
            return FaultKind.None;
        }

        var throwAt = _dice.Unit() * kinds[^1].UpTo;
        return kinds.First(kind => throwAt < kind.UpTo).Kind;
    }

    /// <value>Crashes and freezes end or delay a whole instance and are rarer than a failed call.</value>
    private static double WeightOf(FaultKind kind) => kind is FaultKind.CrashBefore or FaultKind.CrashAfter or FaultKind.FreezeBefore or FaultKind.FreezeAfter ? 0.25 : 1;

    /// <value>Some calls are rare, and would hardly ever be hit at the rate of the others.</value>
    private static double LevelOf(CallSite site) => site switch
    {
        CallSite.MailSend or CallSite.MailAsk or CallSite.StockList or CallSite.StockOffer or CallSite.OneOrder or CallSite.Ring or CallSite.MessageDelete => 8,
        CallSite.LedgerCommit => 5,
        _ => 1,
    };

    private static (FaultKind, double)[] Cumulated(IReadOnlyList<(FaultKind Kind, double Weight)> weighted)
    {
        var sum = 0.0;
        return [.. weighted.Where(kind => kind.Weight > 0).Select(kind => (kind.Kind, sum += kind.Weight))];
    }
}

/// <summary>A service that gives no answer for a while.</summary>
internal sealed record Outage(string Service, long From, long Until)
{
    public const string Ledger = "ledger";
    public const string Mail = "mail";
    public const string Queues = "queues";

    /// <param name="service">The shop that is called; empty elsewhere.</param>
    public bool Hits(CallSite site, string service) => site switch
    {
        CallSite.LedgerRange or CallSite.LedgerFind or CallSite.LedgerCommit => Service == Ledger,
        CallSite.MailSend or CallSite.MailAsk => Service == Mail,
        CallSite.Ring or CallSite.MessageDelete => Service == Queues,
        _ => Service == service,
    };
}
