using Microsoft.AspNetCore.Http;
using ShipBy.Application.Carriers;
using ShipBy.Application.Desk;
using ShipBy.Pages.Access;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Rendering;

namespace ShipBy.Pages.Carriers;

/// <summary>The seller's table of carriers: everybody sees it, the owner writes it.</summary>
public sealed class CarriersArea(CarrierTable table, LookAtCarriers lookAtCarriers, FramePages pages) : IDeskArea
{
    internal const string Path = "desk/carriers", Row = Path + "/row", Save = Path + "/save", Remove = Path + "/remove", File = Path + "/table.csv";

    internal const string Id = "id", IsNew = "new";

    public IReadOnlyList<DeskRoute> Routes =>
    [
        DeskRoute.Get(Path, ShowAsync),
        DeskRoute.Get(File, DownloadAsync),
        DeskRoute.Get(Row, RowAsync, DeskRole.Owner),
        DeskRoute.Post(Save, SaveAsync, DeskRole.Owner),
        DeskRoute.Post(Remove, RemoveAsync, DeskRole.Owner),
    ];

    private async Task<IResult> ShowAsync(DeskCall call) => await pages.PageAsync<CarriersPage>(new CarriersModel(
        call.Frame, await lookAtCarriers.RunAsync(call.Cancel), call.Query.ContainsKey("saved") ? call.Frame.Words.Prepare.Saved : null));

    /// <summary>A row's form, or an empty one where no <c>id</c> is given.</summary>
    private async Task<IResult> RowAsync(DeskCall call)
    {
        if (!call.Query.ContainsKey(Id))
        {
            return await FormAsync(call, Guid.NewGuid(), isNew: true, new Dictionary<TariffField, string> { [TariffField.Currency] = UsualCurrency(call) ?? "" });
        }

        return Guid.TryParse(call.Query[Id], out var id) && (await table.AllAsync(call.Cancel)).FirstOrDefault(one => one.Id == id) is { } tariff
            ? await FormAsync(call, id, isNew: false, Enum.GetValues<TariffField>().ToDictionary(field => field, field => TariffText.Write(tariff, field, call.Frame.Words.Carrier.Days)))
            : await pages.NoticeAsync(call.Frame, StatusCodes.Status404NotFound, call.Frame.Words.Carrier.Outcome(TableChange.Gone));
    }

    /// <summary>Takes <c>id</c>, <c>new</c> where it is, and a field for each of <see cref="TariffField"/>. Sent twice, it is one row.</summary>
    private async Task<IResult> SaveAsync(DeskCall call)
    {
        if (!Guid.TryParse(call.Form[Id], out var id))
        {
            return await pages.LackingAsync(call);
        }

        var (isNew, texts) = (call.Form.ContainsKey(IsNew), Enum.GetValues<TariffField>().ToDictionary(field => field, field => TextOf(call, field)));
        var reading = TariffText.Read(id, field => texts[field], UsualCurrency(call));
        if (reading.Tariff is not { } tariff)
        {
            return await FormAsync(call, id, isNew, texts, reading.Wrong, StatusCodes.Status400BadRequest);
        }

        var change = await table.SaveAsync(tariff, isNew, call.Cancel);
        return change == TableChange.Done ? call.To(Path + "?saved=1") : await FormAsync(call, id, isNew, texts, [], StatusCodes.Status409Conflict, call.Frame.Words.Carrier.Outcome(change));
    }

    private async Task<IResult> RemoveAsync(DeskCall call) => !Guid.TryParse(call.Form[Id], out var id)
        ? await pages.LackingAsync(call)
        : await table.RemoveAsync(id, call.Cancel) is var change && change == TableChange.Done
            ? call.To(Path + "?saved=1")
            : await pages.NoticeAsync(call.Frame, StatusCodes.Status409Conflict, call.Frame.Words.Carrier.Outcome(change));

    private async Task<IResult> DownloadAsync(DeskCall call)
    {
        SecurityHeaders.Apply(call.Request.HttpContext.Response.Headers, nonce: null);
        var file = CarrierTableText.Write(await table.AllAsync(call.Cancel), call.Frame.Words.Language == "ru" ? ';' : ',');
        return Results.File(file, "text/csv; charset=utf-8", "carriers.csv");
    }

    private Task<IResult> FormAsync(DeskCall call, Guid id, bool isNew, IReadOnlyDictionary<TariffField, string> texts, IReadOnlyList<TariffField>? wrong = null, int status = StatusCodes.Status200OK, string? notice = null) =>
        pages.PageAsync<TariffPage>(new TariffModel(call.Frame, id, isNew, texts, wrong ?? [], notice), status);

    /// <remarks>Lists may be written one a line.</remarks>
    private static string TextOf(DeskCall call, TariffField field) => field is TariffField.Countries or TariffField.PostalCodes or TariffField.Places or TariffField.PickUps or TariffField.Shutdowns
        ? string.Join(", ", call.Form[field.ToString()].ToString().Split('\n').Select(Plain.OneLine).Where(line => line.Length > 0))
        : Plain.OneLine(call.Form[field.ToString()].ToString());

    /// <value>Of the country that speaks the desk's language; null where many do.</value>
    private static string? UsualCurrency(DeskCall call) => call.Frame.Words.Language switch
    {
        "ru" => "RUB",
        "zh-CN" => "CNY",
        _ => null,
    };
}
