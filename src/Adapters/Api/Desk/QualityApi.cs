using Microsoft.AspNetCore.Http;
using NodaTime.Text;
using ShipBy.Adapters.Quality;
using ShipBy.Application.Quality;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;

namespace ShipBy.Adapters.Api.Desk;

/// <summary>Key figures, and what is said of how an order went, wherever it is.</summary>
public sealed class QualityApi(LookAtQuality lookAtQuality, JudgeOrder judgeOrder) : IApiArea
{
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get("quality", FiguresAsync),
        ApiRoute.Post("orders/defect", call => call.Word<DefectKind>("kind") is { } kind && DefectPolicy.IsEntered(kind)
            ? SayAsync(call, order => call.Flag("back") ? judgeOrder.TakeDefectBackAsync(order, kind, call.Cancel) : judgeOrder.NoteDefectAsync(order, kind, call.By, call.Text("note"), call.Cancel))
            : Task.FromResult(ApiCall.Lacks("kind is missing or unknown; it is one of damaged, lost, wrong_item, missing_item, complaint, bad_review, chargeback, other."))),
        ApiRoute.Post("orders/cause", call => call.Word<CauseKind>("cause") is { } cause
            ? SayAsync(call, order => judgeOrder.ConfirmCauseAsync(order, cause, call.By, call.Text("note"), call.Cancel))
            : Task.FromResult(ApiCall.Lacks("cause is missing or unknown; it is one of stock, carrier, process, staff, system, product, buyer."))),
        ApiRoute.Post("orders/review", call => int.TryParse(call.Text("stars"), out var stars) && stars is >= DefectPolicy.WorstReview and <= DefectPolicy.BestReview
            ? SayAsync(call, order => judgeOrder.RateAsync(order, stars, call.Cancel))
            : Task.FromResult(ApiCall.Lacks("stars is missing or not from 1 to 5; send it as a text."))),
    ];

    /// <summary>Takes <c>shop</c> and <c>day</c>, both of which may be left out.</summary>
    private async Task<IResult> FiguresAsync(ApiCall call)
    {
        var day = LocalDatePattern.Iso.Parse(call.Query["day"].ToString()) is { Success: true, Value: var asked } ? asked : (NodaTime.LocalDate?)null;
        var sheet = await lookAtQuality.RunAsync(call.Cancel, day);
        var shop = call.Query["shop"] is [{ Length: > 0 } name] ? name : null;
        if (shop is not null && sheet.Shops.All(one => one.Name != shop))
        {
            return ApiCall.Lacks("There is no such shop; name it as in the settings.");
        }

        var change = sheet.ChangeOf(shop);
        return ApiCall.Answer(new
        {
            sheet.Today,
            Shop = shop,
            Change = new { Now = ValueOf(change.Now), Before = ValueOf(change.Before), change.Cause, change.CauseNow, change.CauseBefore },
            Figures = sheet.FiguresOf(shop).Select(figure => new
            {
                Name = ThresholdFile.NameOf(figure.Definition.Name),
                figure.Definition.PlacedBy,
                figure.Definition.Unit,
                figure.First,
                figure.Last,
                Value = ValueOf(figure.Now),
                figure.Status,
                Threshold = figure.Threshold is { } demanded ? new { demanded.AtRisk, demanded.Bad, demanded.AsOf, demanded.Source } : null,
                Weeks = figure.Weeks.Select(week => new { week.Monday, Value = ValueOf(week.Value) }),
            }),
        });
    }

    private static object ValueOf(FigureValue value) => new { value.Value, value.Hits, value.Population };

    private static async Task<IResult> SayAsync(ApiCall call, Func<OrderKey, Task<ChangeOutcome>> say) => call.Order is not { } order ? ApiCall.LacksOrder : await say(order) switch
    {
        ChangeOutcome.Written => ApiCall.Answer(new { done = true }),
        ChangeOutcome.Unknown => ApiCall.Answer(new { done = false, error = "There is no such order; look at the shop's name and the number." }, StatusCodes.Status404NotFound),
        _ => ApiCall.Answer(new { done = false, error = "Others were changing it at the same moment; send the same again." }, StatusCodes.Status409Conflict),
    };
}
