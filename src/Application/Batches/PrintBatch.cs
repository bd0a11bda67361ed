using ShipBy.Application.Desk;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Preparing;

namespace ShipBy.Application.Batches;

/// <summary>Fetches the labels of a batch from its marketplaces and binds them into one file, in the order in which the parcels lie on the table.</summary>
public sealed class PrintBatch(Channels channels, ILabelBinder binder, ChangeOrder changeOrder)
{
    /// <param name="evenSome">A file that lacks some of the labels will do. Else nothing counts as printed then, and the file is only looked at.</param>
    public async Task<PrintedBatch> RunAsync(ShipmentBatch batch, bool evenSome, CancellationToken cancel)
    {
        var (files, unprinted, printed) = (new List<byte[]>(), new List<UnprintedLabel>(), new List<BatchItem>());
        foreach (var ofShop in batch.Items.Where(item => item.State == BatchItemState.Noted).GroupBy(item => item.Order.Shop))
        {
            if (channels.Find<ILabelSource>(ofShop.Key) is not { } source)
            {
                continue;
            }

            try
            {
                var labels = await source.LabelsAsync([.. ofShop.Select(item => item.Order.Number)], cancel);
                files.AddRange(labels.Files);
                unprinted.AddRange(labels.Unprinted);
                printed.AddRange(ofShop.Where(item => labels.Unprinted.All(label => label.Number != item.Order.Number)));
            }
            catch (MarketplaceException failed)
            {
                unprinted.AddRange(ofShop.Select(item => new UnprintedLabel(item.Order.Number, failed is MarketplaceRefusedException ? LabelFlaw.Refused : LabelFlaw.Silent, failed.Message)));
            }
        }

        if (files.Count == 0 || binder.TryBind(files) is not { } bound)
        {
            return new PrintedBatch(null, [.. unprinted, .. printed.Select(item => new UnprintedLabel(item.Order.Number, LabelFlaw.NotBindable))]);
        }

        if (unprinted.Count > 0 && !evenSome)
        {
            return new PrintedBatch(bound, unprinted);
        }

        foreach (var item in printed)
        {
            await changeOrder.RunAsync(item.Order, (now, order) => PreparationPolicy.Printed(order, now), cancel);
        }

        return new PrintedBatch(bound, unprinted);
    }
}

/// <param name="File">One PDF; null where nothing could be printed.</param>
public sealed record PrintedBatch(byte[]? File, IReadOnlyList<UnprintedLabel> Unprinted);

/// <summary>Binds PDF files into one.</summary>
public interface ILabelBinder
{
    /// <returns>Null where one of them cannot be read.</returns>
    byte[]? TryBind(IReadOnlyList<byte[]> files);
}
