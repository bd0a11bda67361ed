using System.Globalization;
using System.Text;

namespace ShipBy.Simulation.Faults;

/// <summary>How often each kind of fault hit each call site, and how often the world did each of its turns.</summary>
internal sealed class Coverage
{
    private static readonly CallSite[] Sites = Enum.GetValues<CallSite>();

    private static readonly FaultKind[] Kinds = [.. Enum.GetValues<FaultKind>().Where(kind => kind != FaultKind.None)];

    private readonly long[,] _hits = new long[Sites.Length, Kinds.Length + 1];

    private readonly SortedDictionary<string, long> _turns = new(StringComparer.Ordinal);

    public Coverage()
    {
        foreach (var turn in Turn.All)
        {
            _turns[turn] = 0;
        }
    }

    public void Hit(CallSite site, FaultKind kind) => _hits[(int)site, (int)kind]++;

    public void Took(string turn) => _turns[turn]++;

    public void Add(Coverage other)
    {
        foreach (var site in Sites)
        {
            foreach (var kind in Kinds)
            {
                _hits[(int)site, (int)kind] += other._hits[(int)site, (int)kind];
            }
        }

        foreach (var (turn, times) in other._turns)
        {
            _turns[turn] += times;
        }
    }

    /// <value>What never happened and should have.</value>
    public IReadOnlyList<string> Missing =>
    [
        .. from site in Sites from kind in FaultKinds.At(site) where _hits[(int)site, (int)kind] == 0 select $"{kind} at {site}",
        .. from turn in _turns where turn.Value == 0 select turn.Key,
    ];

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{"",-14}").AppendLine(string.Concat(Kinds.Select(kind => $"{kind,14}")));
        foreach (var site in Sites)
        {
            text.Append(CultureInfo.InvariantCulture, $"{site,-14}").AppendLine(string.Concat(Kinds.Select(kind =>
                FaultKinds.At(site).Contains(kind) ? $"{_hits[(int)site, (int)kind],14}" : $"{"-",14}")));
        }

        foreach (var (turn, times) in _turns)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{turn,-40}{times,12}");
        }

        return text.ToString().TrimEnd();
    }
}

/// <summary>Turns that the world takes besides the faults of single calls; each must have happened somewhere in a long run.</summary>
internal static class Turn
{
    public const string ClockForward = "clock of an instance jumped forward";
    public const string StockTold = "a shop was told its stock";
    public const string Packed = "an order was packed as told";
    public const string CancelledAsTold = "an order was cancelled as told";
    public const string ClockBack = "clock of an instance went back";
    public const string StandStill = "all instances stood still";
    public const string Outage = "an outside service was down";
    public const string TimerOverlap = "a timer ran beside its frozen holder";
    public const string Redelivered = "a message came back after ten minutes";
    public const string Poisoned = "a message went to poison";
    public const string CutOffMoved = "a cut-off moved";
    public const string CutOffMovedBack = "a cut-off moved and moved back";
    public const string CutOffSet = "a cut-off came late";
    public const string Cancelled = "an order was cancelled";
    public const string CancelledSilently = "an order was cancelled and no list showed it";
    public const string CancelledAtOnce = "an order came and went between two polls";
    public const string CancelledAfterShip = "an order was cancelled after it had left";
    public const string Reopened = "a cancelled order was opened again";
    public const string Shipped = "an order was shipped";
    public const string ShippedShort = "an order was shipped without a hold";
    public const string Split = "a posting was split";
    public const string GoodsChanged = "an order's goods changed";
    public const string PaidLate = "a payment came late";
    public const string Flawed = "a posting was flawed";
    public const string Mended = "a flawed posting was mended";
    public const string Unreadable = "an unreadable element was on a page";
    public const string ListedLate = "a product was listed late";
    public const string Burst = "many orders came at once";
    public const string Large = "an order had many products";
    public const string Acknowledged = "the seller acknowledged";
    public const string WarnedEarly = "an order was warned about before its ladder";
    public const string Snoozed = "the seller asked to be reminded";
    public const string Reminded = "a reminder arrived";
    public const string Escalated = "the second contact was told";

    public const string TimerStalled = "a timer was not run for a while";
    public const string LinkPressed = "a link in a message was pressed";
    public const string LinkTwice = "a link was pressed twice at one moment";
    public const string LinkScanned = "a scanner opened the links of a line";
    public const string LinkOpened = "a link was looked at, or did what it is for";
    public const string LinkAltered = "a link was altered";
    public const string LinkRefused = "an altered link was refused";
    public const string LinkExpired = "a link was opened after its time";
    public const string LinkUsed = "a link was opened that had been used";
    public const string LinkStale = "a link's order had moved or closed";
    public const string TroubleTold = "trouble of ours was told";
    public const string TroubleRepeated = "trouble of ours was told again";
    public const string TroubleOver = "trouble of ours was told to be over";

    public static IReadOnlyList<string> All { get; } =
    [
        ClockForward, StockTold, Packed, CancelledAsTold, ClockBack, StandStill, Outage, TimerOverlap, Redelivered, Poisoned, CutOffMoved, CutOffMovedBack, CutOffSet, Cancelled, CancelledSilently,
        CancelledAtOnce, CancelledAfterShip, Reopened, Shipped, ShippedShort, Split, GoodsChanged, PaidLate, Flawed, Mended, Unreadable, ListedLate, Burst, Large, Acknowledged, Snoozed,
        Reminded, Escalated, WarnedEarly, TimerStalled, LinkPressed, LinkTwice, LinkScanned, LinkOpened, LinkAltered, LinkRefused, LinkExpired, LinkUsed, LinkStale, TroubleTold,
        TroubleRepeated, TroubleOver,
    ];
}
