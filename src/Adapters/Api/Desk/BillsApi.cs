using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Bills;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Api.Desk;

/// <summary>A carrier's bill against what was shipped. Nothing of it is kept.</summary>
public sealed class BillsApi(CompareBill compareBill, IBillReader reader, Pools pools, GuardOptions options) : IApiArea
{
    public IReadOnlyList<ApiRoute> Routes => [ApiRoute.Post("carriers/bill", CompareAsync)];

    private async Task<IResult> CompareAsync(ApiCall call)
    {
        if (call.Text("carrier") is not { } carrier || call.Body.Field("bill") is not { ValueKind: JsonValueKind.String } || call.Body.Text("bill") is not { Length: > 0 } text)
        {
            return ApiCall.Lacks("carrier or bill is missing; send the bill's rows as one text, as a CSV file has them, with the headings tracking_number and price.");
        }

        var (from, to) = (DayOf(call.Text("from")), DayOf(call.Text("to")));
        var time = BillTime.Between(from, to, DateTimeZoneProviders.Tzdb[options.TimeZone]);
        if (time is null && (call.Text("from") ?? call.Text("to")) is not null)
        {
            return ApiCall.Lacks("from or to is missing, no date, or they are the wrong way round; send both, such as 2026-11-01, or none.");
        }

        var read = reader.Read(text, call.Text("currency")?.ToUpperInvariant());
        var compared = await compareBill.RunAsync(pools.All, carrier, read.Lines, time, call.Cancel);
        return ApiCall.Answer(new
        {
            compared.Billed,
            compared.Above,
            compared.IsCut,
            Findings = compared.Findings.Select(finding => new { finding.Line, finding.Flaw, finding.Number, Orders = finding.Orders.Select(order => new { order.Shop, Order = order.Number }), finding.Above, finding.Table, finding.Grams, finding.MostGrams }),
            read.SetAside,
        });
    }

    private static LocalDate? DayOf(string? text) => LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value: var day } ? day : null;
}
