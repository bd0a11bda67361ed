using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Preparing;

/// <summary>What a person notes about preparing an order. Noting the same twice changes nothing.</summary>
public static class PreparationPolicy
{
    /// <value>Longer texts are cut: an order must fit its row.</value>
    public const int LongestText = 400;

    /// <value>A checklist of more entries than this is no checklist.</value>
    public const int MostTicks = 40;

    /// <summary>Notes a step as done. Whoever did it first stays named.</summary>
    public static Order Done(Order order, PreparationStep step, string by, Instant now) => Of(order).NoteOf(step) is not null
        ? order
        : order with { Preparation = Of(order) with { Steps = [.. Of(order).Steps, new StepNote(step, Cut(by), now)] } };

    /// <summary>Takes a step back.</summary>
    public static Order Undone(Order order, PreparationStep step) => Of(order).NoteOf(step) is null
        ? order
        : order with { Preparation = Of(order) with { Steps = [.. Of(order).Steps.Where(note => note.Step != step)] } };

    public static Order Ticked(Order order, string entry, bool isTicked) => (Of(order).Ticked.Contains(Cut(entry)), isTicked) switch
    {
        (false, true) when Of(order).Ticked.Count < MostTicks => order with { Preparation = Of(order) with { Ticked = [.. Of(order).Ticked, Cut(entry)] } },
        (true, false) => order with { Preparation = Of(order) with { Ticked = [.. Of(order).Ticked.Where(ticked => ticked != Cut(entry))] } },
        _ => order,
    };

    public static Order Printed(Order order, Instant now) => order with { Preparation = Of(order) with { PrintedAt = now } };

    /// <param name="note">Empty: there is none any more.</param>
    public static Order Noted(Order order, string note) => Cut(note) is var text && text == (Of(order).Note ?? "")
        ? order
        : order with { Preparation = Of(order) with { Note = text.Length == 0 ? null : text } };

    /// <param name="code">Empty: what was read is forgotten.</param>
    public static Order LabelRead(Order order, string code) => Cut(code) is var text && text == (Of(order).LabelRead ?? "")
        ? order
        : order with { Preparation = Of(order) with { LabelRead = text.Length == 0 ? null : text } };

    private static Preparation Of(Order order) => order.Preparation ?? Preparation.None;

    /// <summary>A text as it is kept: without its margins and no longer than <see cref="LongestText"/>, never ending in the middle of a character.</summary>
    public static string Cut(string text) => text.Trim() is var whole && whole.Length > LongestText
        ? whole[..(char.IsHighSurrogate(whole[LongestText - 1]) ? LongestText - 1 : LongestText)]
        : text.Trim();
}
