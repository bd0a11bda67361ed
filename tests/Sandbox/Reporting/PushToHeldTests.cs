using System.Text.Json.Nodes;
using ShipBy.Sandbox.App;
using ShipBy.Sandbox.Reporting;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Source;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Reporting;

public sealed class PushToHeldTests
{
    [Fact]
    public void TheFirstPushThatWasTaken_Counts_AndOrdersThatAPollBroughtBefore_DoNot()
    {
        OrderTrack[] orders = [Order("pushed", taken: 2, held: 3), Order("polled", taken: 1, held: 2), Order("never held", taken: 5, held: null), Order("told by its shop", taken: 1, held: 1.25)];
        JournalEntry[] journal =
        [
            Entry(Happened.Push, "pushed", 500, sent: 0), Entry(Happened.Push, "pushed", 200, sent: 2), Entry(Happened.Push, "pushed", 200, sent: 2.5),
            Entry(Happened.Push, "polled", 200, sent: 1.5), Entry(Happened.Push, "never held", 200, sent: 1), Entry(Happened.Webhook, "told by its shop", 202, sent: 1),
        ];

        Assert.Equal([250, 1_000], PushToHeld.Of(journal, orders));
    }

    [Theory]
    [InlineData(1, 0.99, 1)]
    [InlineData(100, 0.99, 99)]
    [InlineData(101, 0.99, 100)]
    [InlineData(2, 0.5, 1)]
    public void AQuantile_IsOneOfThem(int count, double share, double expected) =>
        Assert.Equal(expected, PushToHeld.Quantile([.. Enumerable.Range(1, count).Select(i => (double)i)], share)!.GetValue<double>());

    [Fact]
    public void OfNone_ThereIsNoQuantile() => Assert.Null(PushToHeld.Quantile([], 0.99));

    private static OrderTrack Order(string number, double taken, double? held)
    {
        var order = new OrderTrack(new PlannedOrder { Number = number, OrderId = 1, OrderNumber = number, Appears = TestRun.Start, Limit = TestRun.Start.AddDays(1), Lines = [] })
        {
            App = new AppOrder { Order = number, Taken = TestRun.Start.AddSeconds(taken) },
        };
        if (held is { } at)
        {
            order.Holds[TestRun.Start.AddSeconds(at)] = null;
        }

        return order;
    }

    private static JournalEntry Entry(string kind, string order, int status, double sent) =>
        new(1, TestRun.Start, kind, order, new JsonObject { ["status"] = status, [PushToHeld.SentAt] = TestRun.Start.AddSeconds(sent) });
}
