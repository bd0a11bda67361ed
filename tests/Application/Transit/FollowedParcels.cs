using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Transit;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Transit;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Transit;

/// <summary>A world whose one shop follows its parcels, and whose orders are handed over at the same hour.</summary>
internal sealed class FollowedParcels
{
    public FollowedParcels()
    {
        World.Options.EveningReportAt = World.Options.MorningPlanAt = "";
        World.Marketplace.Present[Sample.Mug] = 1_000;
        World.Marketplace.Shop = World.Marketplace.Shop with { Rules = DispatchRules.None with { Transit = Rules } };
    }

    public static TransitRules Rules { get; } = new(Ladder.Parse("12h"))
    {
        FirstScanWithin = Duration.FromHours(24),
        ArriveWithin = Duration.FromDays(10),
        StuckAfter = Duration.FromDays(4),
        CarrierContact = "+7 000",
    };

    public World World { get; } = new();

    /// <value>When the orders were handed over.</value>
    public Instant HandedOverAt { get; private set; }

    public static Posting Numbered(int number) => Sample.Posting with { Key = new OrderKey("shop", $"P-{number}"), Carrier = "Post", TrackingNumber = $"T-{number}" };

    public static Posting Shown(int number, string word, TransitSign sign) => Numbered(number) with
    {
        Status = sign == TransitSign.Arrived ? PostingStatus.Delivered : sign == TransitSign.Returned ? PostingStatus.Cancelled : PostingStatus.HandedOver,
        RawStatus = word,
        Transit = sign == TransitSign.Returned ? null : sign,
    };

    public async Task HandOverAsync(params int[] numbers)
    {
        World.Marketplace.Show(numbers.Select(Numbered));
        await World.RoundAsync();
        await SeeAsync(numbers.Select(number => Shown(number, "accepting", TransitSign.HandedOver)));
        HandedOverAt = World.Now;
    }

    /// <summary>They are handed over, and their orders have left for the history.</summary>
    public async Task LetThemLeaveAsync(params int[] numbers)
    {
        await HandOverAsync(numbers);
        await LeaveAsync();
    }

    public async Task LeaveAsync()
    {
        await AtAsync(12);
        await MoveAsync();
    }

    /// <summary>Goes to an hour and some ticks after the hand-over.</summary>
    public Task AtAsync(double hours, int ticks = 0)
    {
        World.Clock.Advance((HandedOverAt + Duration.FromHours(hours) + Duration.FromTicks(ticks) - World.Now).ToTimeSpan());
        return Task.CompletedTask;
    }

    public async Task SeeAsync(params IEnumerable<Posting> postings)
    {
        World.Marketplace.Show(postings);
        await World.RoundAsync();
    }

    public Task MoveAsync() => World.Of<MoveClosed>().RunAsync(Sample.Pool, default);

    public Task<int> WatchAsync() => World.Of<WatchConsignments>().RunAsync(Sample.Pool, default);

    public async Task<IReadOnlyList<Consignment>> AllAsync() => [.. (await World.Ledger.RangeAsync(Sample.Pool, KeyRange.Consignments, 1_000, default)).Select(stored => stored.Consignment())];

    public async Task<IReadOnlyList<TransitRow>> LooksAsync() => [.. (await World.Ledger.RangeAsync(Sample.Pool, KeyRange.AllTransit, 1_000, default)).Select(stored => (TransitRow)stored.Row)];

    /// <summary>What the notices that are open say of parcels.</summary>
    public async Task<IReadOnlyList<ConsignmentLine>> SaidAsync() => [.. (await World.OpenNoticesAsync()).SelectMany(open => open.Notice.Consignments)];
}
