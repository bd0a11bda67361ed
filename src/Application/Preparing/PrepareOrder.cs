using ShipBy.Application.Desk;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;

namespace ShipBy.Application.Preparing;

/// <summary>Writes down what is done with an open order at the packing table.</summary>
/// <remarks>Each is false when there is no such open order. Saying it twice is saying it once.</remarks>
public sealed class PrepareOrder(ChangeOrder changeOrder)
{
    public Task<bool> MarkAsync(OrderKey order, PreparationStep step, string by, CancellationToken cancel) =>
        changeOrder.RunAsync(order, (now, known) => PreparationPolicy.Done(known, step, by, now), cancel);

    public Task<bool> TakeBackAsync(OrderKey order, PreparationStep step, CancellationToken cancel) =>
        changeOrder.RunAsync(order, (_, known) => PreparationPolicy.Undone(known, step), cancel);

    /// <param name="ticked">Entries of the checklist that are ticked; all others are not.</param>
    public Task<bool> TickAsync(OrderKey order, IReadOnlyList<string> entries, IReadOnlySet<string> ticked, CancellationToken cancel) =>
        changeOrder.RunAsync(order, (_, known) => entries.Aggregate(known, (one, entry) => PreparationPolicy.Ticked(one, entry, ticked.Contains(entry))), cancel);

    public Task<bool> NoteAsync(OrderKey order, string note, CancellationToken cancel) =>
        changeOrder.RunAsync(order, (_, known) => PreparationPolicy.Noted(known, note), cancel);

    /// <param name="code">What a scanner read off the parcel's label.</param>
    public Task<bool> ReadLabelAsync(OrderKey order, string code, CancellationToken cancel) =>
        changeOrder.RunAsync(order, (_, known) => PreparationPolicy.LabelRead(known, code), cancel);

    public Task<bool> PrintAsync(OrderKey order, CancellationToken cancel) =>
        changeOrder.RunAsync(order, (now, known) => PreparationPolicy.Printed(known, now), cancel);
}
