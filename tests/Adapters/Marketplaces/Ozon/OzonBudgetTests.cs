using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>No call without leave from the budget that all instances share.</summary>
public class OzonBudgetTests
{
    private const string Found = """{"result":{"posting_number":"0100200300-0007-1","status":"awaiting_packaging","products":[{"offer_id":"A","quantity":1}]}}""";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryAttempt_TakesACallFromTheBudget()
    {
        await using var ozon = await FakeOzon.StartAsync((503, ""), (503, ""), (200, Found));
        var budget = new OneByOne();

        await ozon.Shop(budget: budget).FindPostingAsync(Sample.Number, Cancel);

        Assert.Equal(["ozon-4711 24", "ozon-4711 24", "ozon-4711 24"], budget.Asked);
    }

    [Fact]
    public async Task ABudgetOutOfReach_MeansBusy_AndNoCall()
    {
        await using var ozon = await FakeOzon.StartAsync((200, Found));

        await Assert.ThrowsAsync<MarketplaceBusyException>(() => ozon.Shop(budget: new OutOfReach()).FindPostingAsync(Sample.Number, Cancel));

        Assert.Empty(ozon.Calls);
    }

    private sealed class OneByOne : ICallBudget
    {
        public List<string> Asked { get; } = [];

        public ValueTask<CallGrant> TakeAsync(CallLimit limit, int calls, CancellationToken cancel)
        {
            Asked.Add($"{limit.Name} {limit.PerSecond}");
            return new(new CallGrant(1, TimeSpan.FromMinutes(1)));
        }
    }

    private sealed class OutOfReach : ICallBudget
    {
        public ValueTask<CallGrant> TakeAsync(CallLimit limit, int calls, CancellationToken cancel) => throw new MarketplaceBusyException(TimeSpan.FromMinutes(1));
    }
}
