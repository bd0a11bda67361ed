using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;
using ShipBy.Application.Bills;
using ShipBy.Application.Carriers;
using ShipBy.Application.Desk;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Bills;
using ShipBy.Pages.Access;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Carriers;

/// <summary>A carrier's bill, pasted and compared; nothing of it is kept.</summary>
public sealed class BillArea(CompareBill compareBill, IBillReader reader, CarrierTable table, Pools pools, FramePages pages, IOptions<GuardOptions> options) : IDeskArea
{
    internal const string Path = "desk/carriers/bill";

    internal const string Carrier = "carrier", Rows = "rows", From = "from", To = "to", Currency = "currency";

    public IReadOnlyList<DeskRoute> Routes =>
    [
        DeskRoute.Get(Path, call => PageAsync(call, null, null), DeskRole.Owner),
        DeskRoute.Post(Path, CompareAsync, DeskRole.Owner),
    ];

    private async Task<IResult> CompareAsync(DeskCall call)
    {
        if (DeskForm.TextOf(call.Form, Carrier, TariffText.LongestName) is not { } carrier || call.Form[Rows].ToString() is not { Length: > 0 } rows)
        {
            return await pages.LackingAsync(call);
        }

        var read = reader.Read(rows, DeskForm.TextOf(call.Form, Currency, 3)?.ToUpperInvariant());
        var time = BillTime.Between(DayOf(call.Form[From]), DayOf(call.Form[To]), ShopClock.ZoneOf(options.Value.TimeZone));
        return await PageAsync(call, await compareBill.RunAsync(pools.All, carrier, read.Lines, time, call.Cancel), read);
    }

    private async Task<IResult> PageAsync(DeskCall call, BillComparison? compared, BillReading? read)
    {
        var carriers = (await table.AllAsync(call.Cancel)).Select(tariff => tariff.Word).Distinct().ToList();
        return await pages.PageAsync<BillPage>(new BillModel(call.Frame, carriers, compared, read?.SetAside ?? [], call.Form[Carrier].ToString(), call.Form[From].ToString(), call.Form[To].ToString(), call.Form[Currency].ToString()));
    }

    private static LocalDate? DayOf(string? text) => LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value: var day } ? day : null;
}

/// <summary>A form for a bill, and what came of the last one.</summary>
/// <param name="Carriers">Of the table, as marketplaces are told.</param>
/// <param name="Compared">Null for a form that nobody sent.</param>
/// <param name="SetAside">Rows that were not understood, each told in words.</param>
public sealed record BillModel(PageFrame Frame, IReadOnlyList<string> Carriers, BillComparison? Compared, IReadOnlyList<string> SetAside, string Carrier, string From, string To, string Currency);
