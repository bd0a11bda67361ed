using ShipBy.Adapters.Marketplaces.Taobao.Reading;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Taobao.Messages;

/// <summary>The platform's messages, taken by calls: its other way is a socket that stays open, which an app that sleeps between its runs cannot have.</summary>
internal sealed class TaobaoMessages(TaobaoClient client, TaobaoOptions options)
{
    /// <value>The most that one call takes or confirms.</value>
    private const int AtOnce = 200;

    public async Task<IReadOnlyList<NewsItem>> TakeAsync(CancellationToken cancel)
    {
        if (!options.Messages)
            return [];

        var root = await client.ReadAsync(TopMethods.Take, [("group_name", options.GroupName), ("quantity", $"{AtOnce}")], cancel);
        return [.. root.List("messages", "tmc_message").Select(TmcMessage.Read).OfType<TmcMessage>().Select(message => new NewsItem(message.Id, message.Trade))];
    }

    public async Task ConfirmAsync(IReadOnlyList<NewsItem> news, CancellationToken cancel)
    {
        foreach (var some in news.Chunk(AtOnce))
            await client.ReadAsync(TopMethods.Confirm, [("group_name", options.GroupName), ("s_message_ids", string.Join(',', some.Select(item => item.Id)))], cancel);
    }
}
