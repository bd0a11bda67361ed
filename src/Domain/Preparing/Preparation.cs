using NodaTime;

namespace ShipBy.Domain.Preparing;

/// <summary>How far a person has come with an order at the packing table, and what they wrote down about it.</summary>
public sealed record Preparation
{
    public static Preparation None { get; } = new();

    /// <value>Each step once, in the order in which they were done.</value>
    public IReadOnlyList<StepNote> Steps { get; init; } = [];

    /// <value>Entries of the shop's checklist that are ticked, by their words.</value>
    public IReadOnlyList<string> Ticked { get; init; } = [];

    /// <value>When its pick list or label was last printed; null: never.</value>
    public Instant? PrintedAt { get; init; }

    /// <value>The seller's own words; null for none.</value>
    public string? Note { get; init; }

    /// <value>What was read off the label on its parcel, with a scanner or by hand; null: nothing yet.</value>
    public string? LabelRead { get; init; }

    public StepNote? NoteOf(PreparationStep step) => Steps.FirstOrDefault(note => note.Step == step);
}

/// <param name="By">Who did it, in the seller's words.</param>
public sealed record StepNote(PreparationStep Step, string By, Instant At);

/// <summary>What is done with an order between its alert and its carrier, in the usual order.</summary>
public enum PreparationStep
{
    /// <summary>Somebody looked at what stands against shipping it.</summary>
    Checked,
    Picked,
    Packed,
    Labelled,

    /// <summary>The carrier took it. What the marketplace is told of that is an instruction of its own.</summary>
    HandedOver,
}
