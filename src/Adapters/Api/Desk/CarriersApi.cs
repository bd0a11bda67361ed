using Microsoft.AspNetCore.Http;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Adapters.SellerFiles.CarrierTables;
using ShipBy.Application.Carriers;

namespace ShipBy.Adapters.Api.Desk;

/// <summary>The table of carriers. A row's fields are texts, under the headings that a file of the table has.</summary>
public sealed class CarriersApi(CarrierTable table, LookAtCarriers lookAtCarriers) : IApiArea
{
    private const string LacksId = "id is missing or no UUID; make one up for a new row.";

    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get("carriers", ListAsync),
        ApiRoute.Post("carriers/save", SaveAsync),
        ApiRoute.Post("carriers/remove", async call => Guid.TryParse(call.Text("id"), out var id) ? Said(await table.RemoveAsync(id, call.Cancel)) : ApiCall.Lacks(LacksId)),
    ];

    private async Task<IResult> ListAsync(ApiCall call)
    {
        var view = await lookAtCarriers.RunAsync(call.Cancel);
        return ApiCall.Answer(new
        {
            view.Today,
            Carriers = view.Tariffs.Select(seen => new
            {
                seen.Tariff.Id,
                Row = Enum.GetValues<TariffField>().ToDictionary(CarrierTableText.HeadingOf, field => TariffText.Write(seen.Tariff, field)),
                HandedOverInTime = seen.Record.InTime,
                HandedOverLate = seen.Record.Late,
            }),
        });
    }

    private async Task<IResult> SaveAsync(ApiCall call)
    {
        if (!Guid.TryParse(call.Text("id"), out var id))
        {
            return ApiCall.Lacks(LacksId);
        }

        var reading = TariffText.Read(id, field => call.Body.Text(CarrierTableText.HeadingOf(field)) ?? "", usualCurrency: null);
        return reading.Tariff is { } tariff
            ? Said(await table.SaveAsync(tariff, isNew: true, call.Cancel))
            : ApiCall.Lacks(string.Join(' ', reading.Wrong.Select(field => $"{CarrierTableText.HeadingOf(field)} is missing or cannot be read. {CarrierTableFile.RemedyOf(field)}")));
    }

    private static IResult Said(TableChange change) => change switch
    {
        TableChange.Done => ApiCall.Answer(new { done = true }),
        TableChange.TooLarge => ApiCall.Answer(new { done = false, error = $"There are {CarrierTable.Most} rows already, or longer texts than fit; remove one first." }, StatusCodes.Status409Conflict),
        _ => ApiCall.Answer(new { done = false, error = "Others were saving at the same moment; send the same again." }, StatusCodes.Status409Conflict),
    };
}
