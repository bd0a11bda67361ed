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

/// <param name="Reason">In the marketplace's words or ours. Never a buyer's data.</param>
/// <param name="IsTooEarly">Whether it only wants to be asked for a minute later.</param>
public sealed record UnprintedLabel(string Number, string Reason, bool IsTooEarly);
