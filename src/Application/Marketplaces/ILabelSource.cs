namespace ShipBy.Application.Marketplaces;

/// <summary>A marketplace that prints the labels of its parcels.</summary>
/// <remarks>Throws as <see cref="IMarketplace"/> does. Making labels changes nothing: it may be asked for again.</remarks>
public interface ILabelSource : IChannel
{
    /// <summary>The labels of some orders that are packed. Takes up to a minute: they are made while we wait.</summary>
    Task<LabelBatch> LabelsAsync(IReadOnlyList<string> numbers, CancellationToken cancel);
}

/// <param name="Files">PDF files that together hold the labels; none where nothing could be printed.</param>
/// <param name="Unprinted">Those that are in none of them.</param>
public sealed record LabelBatch(IReadOnlyList<byte[]> Files, IReadOnlyList<UnprintedLabel> Unprinted);

/// <param name="Detail">The marketplace's own words where it gave any. Never a buyer's data.</param>
public sealed record UnprintedLabel(string Number, LabelFlaw Flaw, string? Detail = null)
{
    /// <value>Whether it only wants to be asked for a minute later.</value>
    public bool IsTooEarly => Flaw is LabelFlaw.NotReady or LabelFlaw.BeingMade or LabelFlaw.Silent;
}

/// <summary>Why a label is in no file.</summary>
public enum LabelFlaw
{
    /// <summary>Its parcel was packed a moment ago.</summary>
    NotReady,

    /// <summary>The marketplace was still making it when our patience ended.</summary>
    BeingMade,
    Refused,

    /// <summary>The marketplace made a file, and it is not in there.</summary>
    NotInTheFile,

    /// <summary>The marketplace gave no answer.</summary>
    Silent,

    /// <summary>Its file could not be bound with the others: it has to be fetched at the marketplace.</summary>
    NotBindable,
}
