using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon.Account;

/// <summary>Who waits for the seller's words: buyers in chats, and bad reviews. Their texts are not looked at.</summary>
internal sealed class OzonTalk(OzonClient client, OzonOptions options, TimeProvider time)
{
    /// <value>Chats whose messages are asked for; of further ones their own age has to do.</value>
    private const int MostChats = 10;

    private const int PageSize = 100;
    private const int MessagesOfAChat = 50;
    private const int BadFrom = 3;

    private const int MaxNumberLength = 60;

    public Duration ReplyWithin { get; } = Duration.FromTimeSpan(options.ReplyWithin);

    public async Task<IReadOnlyList<WaitingBuyer>> WaitingAsync(CancellationToken cancel)
    {
        var request = new { filter = new { chat_status = "OPENED", unread_only = true }, limit = PageSize, cursor = "" };
        var page = ListPage.Read(await client.ReadAsync(OzonMethods.Chats, request, cancel), "chats") ?? throw new MarketplaceUnreachableException($"{OzonMethods.Chats} brought something else than a list of chats");
        var waiting = new List<WaitingBuyer>();
        foreach (var (chat, i) in page.Elements.Where(IsABuyersUnread).Select((chat, i) => (chat, i)))
            waiting.Add(i < MostChats ? await WaitingInAsync(chat, cancel) : new WaitingBuyer(AgeOf(chat), null));

        return [.. waiting.OrderBy(buyer => buyer.Since)];
    }

    /// <returns>Null where the subscription does not cover reviews: the marketplace says so with every kind of error.</returns>
    public async Task<IReadOnlyList<BadReview>?> BadReviewsAsync(CancellationToken cancel)
    {
        try
        {
            var request = new { filters = new { status = "NEW" }, limit = PageSize, last_id = "", sort_dir = "DESC" };
            var page = ListPage.Read(await client.ReadAsync(OzonMethods.Reviews, request, cancel), "reviews");
            return
            [
                .. from review in page?.Elements ?? []
                   let rating = review.Whole("rating")
                   where rating is >= 1 and <= BadFrom && review.Whole("comments_amount") is null or 0
                   let since = WireInstant.Read(review.Text("published_at")) ?? Now
                   orderby since
                   select new BadReview(since, (int)rating.Value, Cut.ToLine(review.Text("sku") ?? "?", MaxNumberLength)),
            ];
        }
        catch (Exception closed) when (closed is MarketplaceRefusedException or MarketplaceUnauthorisedException)
        {
            return null;
        }
    }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private static bool IsABuyersUnread(JsonElement chat) =>
        ChatWords.IsWithABuyer(chat.Field("chat").Text("chat_type") ?? chat.Text("chat_type")) && chat.Whole("unread_count") is not 0;

    private async Task<WaitingBuyer> WaitingInAsync(JsonElement chat, CancellationToken cancel)
    {
        if ((chat.Field("chat").Text("chat_id") ?? chat.Text("chat_id")) is not { } id)
            return new WaitingBuyer(AgeOf(chat), null);

        var body = await client.ReadAsync(OzonMethods.ChatHistory, new { chat_id = id, direction = "Backward", limit = MessagesOfAChat }, cancel);
        var unread = body.Items("messages").Concat(body.Field("result").Items("messages")).Where(message => message.Flag("is_read") is not true && ChatWords.IsABuyer(message.Field("user").Text("type"))).ToList();
        var first = unread.Select(message => WireInstant.Read(message.Text("created_at"))).Min();
        var order = unread.Select(message => message.Field("context").Text("order_number")).FirstOrDefault(number => number is not null);
        return new WaitingBuyer(first ?? AgeOf(chat), order is null ? null : Cut.ToLine(order, MaxNumberLength));
    }

    private Instant AgeOf(JsonElement chat) => WireInstant.Read(chat.Field("chat").Text("created_at") ?? chat.Text("created_at")) ?? Now;
}
