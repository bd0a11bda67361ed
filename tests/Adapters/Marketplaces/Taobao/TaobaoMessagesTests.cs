using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Tests.Marketplaces.Taobao;

public sealed class TaobaoMessagesTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly Dictionary<string, string?> On = new() { ["Messages"] = "true", ["GroupName"] = "north" };

    [Theory]
    [InlineData("""{"id":7,"topic":"taobao_trade_TradeBuyerPay","content":"{\"tid\":3254612345678901999,\"status\":\"WAIT_SELLER_SEND_GOODS\"}"}""", "7 3254612345678901999")]
    [InlineData("""{"id":"7","content":{"tid":"12"}}""", "7 12")]
    [InlineData("""{"id":7,"topic":"taobao_item_ItemUpdate","content":"{\"num_iid\":1}"}""", "7 ")]
    [InlineData("""{"id":7,"content":"{\"tid\":\"drop table\"}"}""", "7 ")]
    [InlineData("""{"id":7,"content":"no object"}""", "7 ")]
    [InlineData("""{"id":7}""", "7 ")]
    [InlineData("""{"content":"{\"tid\":1}"}""", "")]          // it could not be confirmed
    public async Task AMessage_NamesItsTradeAtMost(string message, string expected)
    {
        foreach (var list in new[] { $$"""{"tmc_message":[{{message}}]}""", $"[{message}]" })
        {
            await using var top = await FakeTop.StartAsync(("taobao.tmc.messages.consume", $$"""{"tmc_messages_consume_response":{"messages":{{list}} } }"""));

            var news = await ((INewsChannel)top.Shop(On)).TakeNewsAsync(Cancel);

            Assert.Equal(expected, string.Join(';', news.Select(item => $"{item.Id} {item.Number}")));
            Assert.Equal(("north", "200"), (top.Calls.Single()["group_name"], top.Calls.Single()["quantity"]));
        }
    }

    [Fact]
    public async Task NoMessages_AreTaken_WhereTheyAreNotWanted()
    {
        await using var top = await FakeTop.StartAsync();

        Assert.Empty(await ((INewsChannel)top.Shop()).TakeNewsAsync(Cancel));
        Assert.Empty(top.Calls);
    }

    [Fact]
    public async Task Messages_AreConfirmed_TwoHundredAtATime()
    {
        await using var top = await FakeTop.StartAsync(("taobao.tmc.messages.confirm", """{"tmc_messages_confirm_response":{"is_success":true}}"""));

        await ((INewsChannel)top.Shop(On)).ConfirmAsync([.. Enumerable.Range(1, 201).Select(id => new NewsItem($"{id}", null))], Cancel);

        Assert.Equal([200, 1], top.Calls.Select(call => call["s_message_ids"]!.Split(',').Length));
        Assert.All(top.Calls, call => Assert.Equal("north", call["group_name"]));
    }
}
