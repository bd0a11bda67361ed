using NodaTime;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Transit;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Transit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Pages.Tests.Links;

/// <summary>The parcel of the one order of <see cref="LinkServer"/>.</summary>
internal static class FollowedParcel
{
    private static readonly TransitRules Rules = new(Ladder.Parse("12h"))
    {
        FirstScanWithin = Duration.FromHours(24),
        StuckAfter = Duration.FromDays(4),
        CarrierContact = "+7 800 000-00-00",
    };

    /// <summary>It is handed over at once, and told of 25 hours later: nobody has scanned it.</summary>
    public static async Task BringAsync(World world)
    {
        world.Options.EveningReportAt = world.Options.MorningPlanAt = "";
        world.Marketplace.Shop = world.Marketplace.Shop with { Rules = DispatchRules.None with { Transit = Rules } };
        world.Marketplace.Show(LinkServer.Posting());
        await world.RoundAsync();
        world.Marketplace.Show(LinkServer.Posting() with { Status = PostingStatus.HandedOver, RawStatus = "accepting", Transit = TransitSign.HandedOver, Carrier = "Post", TrackingNumber = "T-7" });
        await world.RoundAsync();
        world.Clock.Advance(TimeSpan.FromHours(25));
        await world.Of<MoveClosed>().RunAsync(TestKit.Sample.Pool, default);
        await world.Of<WatchConsignments>().RunAsync(TestKit.Sample.Pool, default);
        await world.Send.RunAsync(TestKit.Sample.Pool, default);
    }

    /// <returns>Null once nobody asks about it any more.</returns>
    public static async Task<Consignment?> OfAsync(World world) =>
        (await world.Ledger.FindAsync(TestKit.Sample.Pool, RowKey.Consignment(LinkServer.Posting().Key), default))?.Consignment();

    public static Task<ConsignmentMoves> TellAsync(World world, Domain.Shipping.CarrierEventKind told) =>
        world.Of<MoveConsignments>().TellAsync(TestKit.Sample.Pool, [new Domain.Shipping.CarrierEvent(LinkServer.Posting().Key, told, world.Now)], default);
}
