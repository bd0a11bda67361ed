using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;

namespace ShipBy.Application.Quality;

/// <summary>What a person, or a file, says of how an order went. Saying it twice is saying it once.</summary>
public sealed class JudgeOrder(ChangePast changePast)
{
    /// <param name="kind">One that is entered, see <see cref="DefectPolicy.IsEntered"/>; others change nothing.</param>
    public Task<ChangeOutcome> NoteDefectAsync(OrderKey order, DefectKind kind, string by, string? note, CancellationToken cancel) =>
        changePast.RunAsync(order, (now, known) => DefectPolicy.Note(known, kind, by, note, now), cancel);

    public Task<ChangeOutcome> TakeDefectBackAsync(OrderKey order, DefectKind kind, CancellationToken cancel) =>
        changePast.RunAsync(order, (now, known) => DefectPolicy.TakeBack(known, kind, now), cancel);

    public Task<ChangeOutcome> ConfirmCauseAsync(OrderKey order, CauseKind kind, string by, string? note, CancellationToken cancel) =>
        changePast.RunAsync(order, (now, known) => DefectPolicy.Confirm(known, kind, by, note, now), cancel);

    /// <param name="stars">1 to 5; others change nothing.</param>
    public Task<ChangeOutcome> RateAsync(OrderKey order, int stars, CancellationToken cancel) =>
        changePast.RunAsync(order, (_, known) => DefectPolicy.Rate(known, stars), cancel);
}
