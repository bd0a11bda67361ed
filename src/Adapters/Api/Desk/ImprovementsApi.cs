using Microsoft.AspNetCore.Http;
using NodaTime.Text;
using ShipBy.Application.Quality;
using ShipBy.Domain.Quality;

namespace ShipBy.Adapters.Api.Desk;

/// <summary>What the seller does so that fewer orders go wrong.</summary>
public sealed class ImprovementsApi(Improvements improvements) : IApiArea
{
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get("quality/improvements", async call => ApiCall.Answer(new { Improvements = (await improvements.AllAsync(call.Cancel)).Select(Tell) })),
        ApiRoute.Post("quality/improvements/add", AddAsync),
        ApiRoute.Post("quality/improvements/close", call => AtAsync(call, id => improvements.CloseAsync(id, call.Cancel))),
        ApiRoute.Post("quality/improvements/forget", call => AtAsync(call, async id => await improvements.ForgetAsync(id, call.Cancel) ? ImprovementOutcome.Kept : ImprovementOutcome.OthersAtWork)),
    ];

    private Task<IResult> AddAsync(ApiCall call) => call.Text("cause") is not null && call.Word<CauseKind>("cause") is null
        ? Task.FromResult(ApiCall.Lacks("cause is unknown; it is one of stock, carrier, process, staff, system, product, buyer."))
        : LocalDatePattern.Iso.Parse(call.Text("from") ?? "") is not { Success: true, Value: var from }
            ? Task.FromResult(ApiCall.Lacks("from is missing or no day such as 2026-03-02."))
            : AtAsync(call, id => improvements.AddAsync(id, call.Text("measure") ?? "", call.Text("owner") ?? "", from, call.Word<CauseKind>("cause"), call.Text("shop"), call.By, call.Cancel));

    private static async Task<IResult> AtAsync(ApiCall call, Func<Guid, Task<ImprovementOutcome>> change) => !Guid.TryParse(call.Text("id"), out var id) ? ApiCall.Lacks("id is missing or no UUID.") : await change(id) switch
    {
        ImprovementOutcome.Kept => ApiCall.Answer(new { done = true }),
        ImprovementOutcome.Unknown => ApiCall.Answer(new { done = false, error = "There is no such improvement." }, StatusCodes.Status404NotFound),
        ImprovementOutcome.Unreadable => ApiCall.Lacks($"measure and owner are missing or too long ({Improvement.LongestMeasure} and {DefectPolicy.LongestName} characters), shop is unknown, or from is more than a year off."),
        ImprovementOutcome.TooMany => ApiCall.Answer(new { done = false, error = $"There are {Improvements.Most} already; forget one first." }, StatusCodes.Status409Conflict),
        _ => ApiCall.Answer(new { done = false, error = "Others were changing it at the same moment; send the same again." }, StatusCodes.Status409Conflict),
    };

    private static object Tell(JudgedImprovement one) => new
    {
        one.Improvement.Id,
        one.Improvement.Measure,
        one.Improvement.Owner,
        one.Improvement.From,
        one.Improvement.Until,
        one.Improvement.Cause,
        one.Improvement.Shop,
        one.Improvement.By,
        Effect = one.Effect is { } effect ? new { effect.First, effect.Days, Before = Value(effect.Before), After = Value(effect.After) } : null,
    };

    private static object Value(FigureValue value) => new { value.Value, value.Hits, value.Population };
}
