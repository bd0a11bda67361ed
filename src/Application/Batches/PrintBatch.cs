using ShipBy.Application.Desk;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Preparing;

namespace ShipBy.Application.Batches;

/// <summary>Fetches the labels of a batch from its marketplaces and binds them into one file, in the order in which the parcels lie on the table.</summary>
public sealed class PrintBatch(Channels channels, ILabelBinder binder, ChangeOrder changeOrder)
{
    public async Task<PrintedBatch> RunAsync(ShipmentBatch batch, CancellationToken cancel)
    {
        var (files, unprinted) = (new List<byte[]>(), new List<UnprintedLabel>());
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
                var printed = ofShop.Where(item => labels.Unprinted.All(label => label.Number != item.Order.Number));
                foreach (var item in printed)
                {
                    await changeOrder.RunAsync(item.Order, (now, order) => PreparationPolicy.Printed(order, now), cancel);
                }
            }
            catch (MarketplaceException silence)
            {
                unprinted.AddRange(ofShop.Select(item => new UnprintedLabel(item.Order.Number, silence.Message, IsTooEarly: true)));
            }
        }

        return new PrintedBatch(files.Count == 0 ? null : binder.Bind(files), unprinted);
    }
}

/// <param name="File">One PDF; null where nothing could be printed.</param>
public sealed record PrintedBatch(byte[]? File, IReadOnlyList<UnprintedLabel> Unprinted);

/// <summary>Binds PDF files into one.</summary>
public interface ILabelBinder
{
    byte[] Bind(IReadOnlyList<byte[]> files);
}
