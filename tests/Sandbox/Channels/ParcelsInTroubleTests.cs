using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Source;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Channels;

/// <summary>What the report says of parcels after their hand-over: which were in trouble, which the app named, and which it certainly had to.</summary>
public sealed class ParcelsInTroubleTests : IAsyncLifetime
{
    /// <value>From packed to handed over.</value>
    private const double HandOver = 15;

    private readonly TestFolder _folder = new();
    private FakeApp _app = null!;
    private TestRun _run = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await FakeApp.StartAsync();
        _run = await TestRun.StartAsync(TestRun.ThreeShops(_folder) with { Length = TimeSpan.FromMinutes(5), App = _app.Address, AppKey = FakeApp.Key });
    }

    /// <remarks>Half a day until it is followed, 18 hours of its clock, and ten seconds to say it; what moved once counts from there.</remarks>
    [Theory]
    [InlineData("NeverScanned", 0.0, false, 1)]
    [InlineData("NeverScanned", 54.9, false, 1)]
    [InlineData("NeverScanned", 55.1, true, 1)]
    [InlineData("NotAccepted", 39.9, false, 1)]
    [InlineData("NotAccepted", 40.1, true, 1)]
    [InlineData("Stuck", 57.9, false, 1)]           // its first scan comes after three to eight seconds
    [InlineData("Stuck", 63.1, true, 1)]
    [InlineData("Lost", 5.9, false, 0)]
    [InlineData("Lost", 39.9, false, 1)]
    [InlineData("Lost", 40.1, true, 1)]
    [InlineData("Arrives", 120.0, false, 0)]
    public async Task AParcel_IsMissed_OnceItsClockWentOffForCertain(string end, double afterHandOver, bool isMissed, int inTrouble)
    {
        var number = await PackAsync(end);
        await GoOnAsync(HandOver + afterHandOver);

        var ozon = await OzonAsync();

        Assert.Equal((inTrouble, 0, isMissed ? 1 : 0), (Number(ozon, "parcels_in_trouble"), Number(ozon, "parcels_in_trouble_named"), Number(ozon, "parcels_in_trouble_due")));
        Assert.Equal(isMissed ? [$"{number} {end}"] : [], Names(ozon, "parcels_missed"));
    }

    [Theory]
    [InlineData("NeverScanned", "NotScanned", 0, 1, 0)]
    [InlineData("NeverScanned", "Stuck", 0, 0, 0)]
    [InlineData("NotAccepted", "NotAccepted", 0, 1, 0)]
    [InlineData("Stuck", "Stuck", 0, 1, 0)]
    [InlineData("Arrives", "Stuck", 299, 0, 1)]
    [InlineData("Arrives", "Stuck", 300, 0, 0)]         // from the end on nothing moves, and every parcel is stuck
    public async Task AMail_NamesAParcel_ByItsTrouble(string end, string trouble, int limit, int named, int inVain)
    {
        var number = await PackAsync(end);
        await GoOnAsync(HandOver + 64);
        await _run.MailAsync(Guid.NewGuid(), "", parcels: $"{Uri.EscapeDataString(number)}/{trouble}@{TestRun.Start.AddSeconds(limit).ToUnixTimeSeconds()}");

        var ozon = await OzonAsync();

        Assert.Equal(named, Number(ozon, "parcels_in_trouble_named"));
        Assert.Equal(inVain == 1 ? [number] : [], Names(ozon, "parcels_named_in_vain"));
        Assert.Equal(end is "Arrives" || named == 1 ? 0 : 1, ozon["parcels_missed"]!.AsArray().Count);
    }

    [Fact]
    public async Task ALostParcel_IsNamed_WhenTheAppKnowsItsOrderForCancelled()
    {
        var number = await PackAsync("Lost");
        await GoOnAsync(HandOver + 41);
        Assert.Single(Names(await OzonAsync(), "parcels_missed"));
        var posting = await _run.PostingAsync(number);
        Assert.Equal(("cancelled", "delivery", true), (posting["status"]!.ToString(), posting["cancellation"]!["cancellation_type"]!.ToString(), posting["cancellation"]!["cancelled_after_ship"]!.GetValue<bool>()));

        _app.SayOf("ozon", number, "Shipped", ("taken", TestRun.Start), ("shipped", _run.Time.GetUtcNow()), ("cancelled", _run.Time.GetUtcNow()));
        await _run.Server.LookAtAppAsync();

        Assert.Equal((1, 0), (Number(await OzonAsync(), "parcels_in_trouble_named"), (await OzonAsync())["parcels_missed"]!.AsArray().Count));
    }

    [Fact]
    public async Task WhatNobodyCouldWatch_IsNotJudged()
    {
        await PackAsync("NeverScanned");
        await GoOnAsync(HandOver + 56);
        Assert.Single(Names(await OzonAsync(), "parcels_missed"));

        await _run.Server.LookAtAppAsync();         // heard for the first time: until now there was no app

        Assert.Equal((1, 0, 0), (Number(await OzonAsync(), "parcels_in_trouble"), Number(await OzonAsync(), "parcels_in_trouble_due"), (await OzonAsync())["parcels_missed"]!.AsArray().Count));
    }

    public async ValueTask DisposeAsync()
    {
        await _run.DisposeAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<string> PackAsync(string end)
    {
        var order = _run.Server.Run.Source.UpTo(TestRun.Start.AddSeconds(270))
            .First(order => order is { IsRfbs: false, OddStatus: null, Parcel: { } parcel } && parcel.End == Enum.Parse<ParcelEnd>(end) && (order.CancelledAfterShip is null || end is "Lost") && !(order.Cancels < order.Appears.AddSeconds(5)));
        await _run.GoToAsync(Math.Ceiling((order.Appears - TestRun.Start).TotalSeconds));
        _run.Server.Run.Record(Happened.ShipAsked, order.Number, new JsonObject { ["done_at"] = _run.Time.GetUtcNow(), ["fails"] = false });
        return order.Number;
    }

    private Task GoOnAsync(double seconds) => _run.GoToAsync((_run.Time.GetUtcNow() - TestRun.Start).TotalSeconds + seconds);

    private async Task<JsonNode> OzonAsync() => (await _run.ReportAsync())["channels"]!["ozon"]!;

    private static int Number(JsonNode channel, string field) => channel[field]!.GetValue<int>();

    private static string[] Names(JsonNode channel, string field) => [.. channel[field]!.AsArray().Select(name => name!.ToString())];
}
