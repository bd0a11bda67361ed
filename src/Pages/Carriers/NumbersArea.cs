using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ShipBy.Application.Carriers;
using ShipBy.Application.Desk;
using ShipBy.Application.Settings;
using ShipBy.Application.Waybills;
using ShipBy.Domain.Shipping.Numbers;
using ShipBy.Pages.Access;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Carriers;

/// <summary>The number stock: everybody sees it, the owner fills it.</summary>
public sealed class NumbersArea(WaybillStock stock, CarrierTable table, FramePages pages, IOptions<GuardOptions> options, TimeProvider time) : IDeskArea
{
    internal const string Path = "desk/carriers/numbers", Add = Path + "/add", SetLine = Path + "/line", Withdraw = Path + "/withdraw";

    internal const string Carrier = "carrier", First = "first", Rule = "rule", Step = "step", Count = "count", List = "list", AtLeast = "least", Id = "id";

    private const int MostAtLeast = 1_000_000;

    public IReadOnlyList<DeskRoute> Routes =>
    [
        DeskRoute.Get(Path, call => PageAsync(call, notice: null)),
        DeskRoute.Post(Add, AddAsync, DeskRole.Owner),
        DeskRoute.Post(SetLine, SetLineAsync, DeskRole.Owner),
        DeskRoute.Post(Withdraw, WithdrawAsync, DeskRole.Owner),
    ];

    /// <summary>Takes a carrier, and a list or a first number with its rule and how many. Sent twice, it is one addition.</summary>
    private async Task<IResult> AddAsync(DeskCall call)
    {
        if (CarrierOf(call) is not { } carrier)
        {
            return await pages.LackingAsync(call);
        }

        var list = call.Form[List].ToString();
        var count = int.TryParse(call.Form[Count], NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? many : 0;
        var rule = Enum.TryParse<NumberRule>(call.Form[Rule], out var known) && Enum.IsDefined(known) ? known : NumberRule.FromTheCarrier;
        var answer = call.Form.ContainsKey(List)
            ? await stock.AddListAsync(carrier, list.Split(['\n', ',', ';', '，', '；']), call.By, call.Cancel)
            : await stock.AddRunAsync(carrier, DeskForm.TextOf(call.Form, First, TariffText.LongestName) ?? "", rule, call.Form[Step] == "-1" ? -1 : 1, count, call.By, call.Cancel);
        var words = call.Frame.Words.Waybill;
        return answer switch
        {
            { Flaw: { } flaw } => await PageAsync(call, words.Flaw(flaw, answer.Detail ?? "–"), StatusCodes.Status400BadRequest),
            { OthersAtWork: true } => await PageAsync(call, words.OthersAtWork, StatusCodes.Status409Conflict),
            _ => call.To(string.Create(CultureInfo.InvariantCulture, $"{Path}?added={answer.Added}&known={answer.Known}")),
        };
    }

    private async Task<IResult> SetLineAsync(DeskCall call) =>
        CarrierOf(call) is not { } carrier || !int.TryParse(call.Form[AtLeast].ToString() is { Length: > 0 } text ? text : "0", NumberStyles.None, CultureInfo.InvariantCulture, out var least) || least > MostAtLeast
            ? await pages.LackingAsync(call)
            : await stock.SetLineAsync(carrier, least, call.Cancel) ? call.To(Path + "?saved=1")
            : await PageAsync(call, call.Frame.Words.Waybill.OthersAtWork, StatusCodes.Status409Conflict);

    private async Task<IResult> WithdrawAsync(DeskCall call) => !Guid.TryParse(call.Form[Id], out var id) ? await pages.LackingAsync(call)
        : await stock.WithdrawAsync(id, call.Cancel) ? call.To(Path + "?saved=1")
        : await PageAsync(call, call.Frame.Words.Waybill.OthersAtWork, StatusCodes.Status409Conflict);

    private async Task<IResult> PageAsync(DeskCall call, string? notice, int status = StatusCodes.Status200OK)
    {
        var carriers = (await table.AllAsync(call.Cancel)).Select(tariff => tariff.Word).Distinct().ToList();
        var said = call.Query.ContainsKey("saved") ? call.Frame.Words.Prepare.Saved
            : int.TryParse(call.Query["added"], out var added) && int.TryParse(call.Query["known"], out var known) ? call.Frame.Words.Waybill.Added(added, known)
            : null;
        return await pages.PageAsync<NumbersPage>(
            new NumbersModel(call.Frame, await stock.AllAsync(call.Cancel), carriers, new ShopClock(ShopClock.ZoneOf(options.Value.TimeZone), call.Frame.Words.Time, time.Now()), said, notice), status);
    }

    private static string? CarrierOf(DeskCall call) => DeskForm.TextOf(call.Form, Carrier, TariffText.LongestName);
}

/// <summary>The number stock.</summary>
/// <param name="Carriers">Of the table, as marketplaces are told.</param>
/// <param name="Said">What the last form came to; null where there was none.</param>
/// <param name="Notice">Why it came to nothing.</param>
public sealed record NumbersModel(PageFrame Frame, IReadOnlyList<CarrierNumbers> Stock, IReadOnlyList<string> Carriers, ShopClock Clock, string? Said, string? Notice);
