using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Taobao.Reading;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Taobao;

/// <summary>The two lists of trades, each part of them from its last page to its first.</summary>
/// <remarks>
/// Rows come newest first, and a trade that changes while its list is read leaves its place for the front or for good. Forwards that moves an unread row onto a page that was read;
/// backwards it moves a row that was read. How many pages there are only an answer with a total says, and that is the dear one: it is asked for once, and without rows.
/// </remarks>
internal sealed class TaobaoLists(TaobaoClient client, TaobaoOptions options, TradeReader reader)
{
    /// <value>The platform advises 40 to 50, and allows 100.</value>
    public const int PageSize = 50;

    private const string Fields =
        "tid,status,type,created,modified,pay_time,consign_time,end_time,step_trade_status,shipping_type,trade_attr,has_buyer_message,seller_memo,seller_flag,"
        + "delivery_time,send_time,est_con_time,consign_interval,logistics_consign_info,orders";

    /// <value>The platform gives its word for the recipient, <c>oaid</c>, only to who asks for name, address, telephones and <c>created</c> along with it.</value>
    private const string RecipientFields = "receiver_name,receiver_state,receiver_city,receiver_district,receiver_town,receiver_address,receiver_zip,receiver_mobile,receiver_phone,oaid";

    /// <value>Windows that adjoin lose what falls between them.</value>
    private static readonly Duration Overlap = Duration.FromMinutes(1);

    /// <value>Three months, as the platform counts them at least.</value>
    private static readonly Duration Reach = Duration.FromDays(89);

    /// <value>Each is a list of its own: the filter takes one word.</value>
    private static readonly string[] OpenWords = [TradeWords.WaitSellerSend, TradeWords.PartlySent, TradeWords.PaidForbidConsign, TradeWords.PayPending, TradeWords.WaitBuyerPay];

    /// <summary>What is asked for of each trade.</summary>
    /// <remarks>Nothing of the buyer's unless the seller wants it.</remarks>
    public static string FieldsOf(TaobaoOptions options) => string.Join(',', new[] { Fields, options.HoldFields.Trim(), options.Recipients ? RecipientFields : "" }.Where(fields => fields.Length > 0));

    /// <summary>All open trades of the last three months. What is unpaid is among them for presales whose deposit is paid.</summary>
    public async IAsyncEnumerable<PostingPage> OpenAsync(Instant now, [EnumeratorCancellation] CancellationToken cancel)
    {
        var seen = new HashSet<(string, string)>();
        (string, string)[] window = [("start_created", TopTime.Write(now - Reach)), ("end_created", TopTime.Write(now))];
        foreach (var word in OpenWords)
        {
            await foreach (var page in PagesAsync(TopMethods.Sold, [.. window, ("status", word)], seen, cancel))
                yield return page;
        }
    }

    /// <summary>Trades of any status that changed in a period, slice by slice.</summary>
    public async IAsyncEnumerable<PostingPage> ChangedAsync(Instant since, Instant until, [EnumeratorCancellation] CancellationToken cancel)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var slice in ListPeriod.Slices(Instant.Max(since, until - Reach), until, Duration.FromTimeSpan(options.ChangesAtOnce) - Overlap))
        {
            (string, string)[] window = [("start_modified", TopTime.Write(slice.From - Overlap)), ("end_modified", TopTime.Write(slice.To))];
            await foreach (var page in PagesAsync(TopMethods.Changed, window, seen, cancel))
                yield return page;
        }
    }

    private async IAsyncEnumerable<PostingPage> PagesAsync(
        string method, (string, string)[] filter, HashSet<(string, string)> seen, [EnumeratorCancellation] CancellationToken cancel)
    {
        var count = TradePage.Read(await client.ReadAsync(method, [("fields", "tid"), .. filter, ("page_no", "1"), ("page_size", "1")], cancel));
        var total = count.Total ?? (count.Trades.Count == 0 ? 0 : throw new MarketplaceUnreachableException($"{method} did not say how many trades there are"));
        var last = (total + PageSize - 1) / PageSize;

        // What came in between the count and the reading stands behind the last page counted.
        for (var (number, more) = (last, total > 0); more; number++)
        {
            var page = await PageAsync(method, filter, number, cancel);
            yield return page.ToPostings(reader, seen);
            more = page.HasNext ?? false;
            if (more && page.Trades.Count == 0)
                throw new MarketplaceUnreachableException($"{method} says that there is more, and shows nothing");
        }

        for (var number = last - 1; number >= 1; number--)
            yield return (await PageAsync(method, filter, number, cancel)).ToPostings(reader, seen);
    }

    private async Task<TradePage> PageAsync(string method, (string, string)[] filter, long number, CancellationToken cancel) => TradePage.Read(await client.ReadAsync(
        method,
        [("fields", FieldsOf(options)), .. filter, ("page_no", Text(number)), ("page_size", Text(PageSize)), ("use_has_next", "true")],
        cancel));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
