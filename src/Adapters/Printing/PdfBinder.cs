using ShipBy.Application.Batches;
using UglyToad.PdfPig.Writer;

namespace ShipBy.Adapters.Printing;

/// <summary>Binds PDF files into one, page after page.</summary>
public sealed class PdfBinder : ILabelBinder
{
    public byte[] Bind(IReadOnlyList<byte[]> files) => files.Count == 1 ? files[0] : PdfMerger.Merge(files);
}
