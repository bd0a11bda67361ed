using ShipBy.Application.Batches;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace ShipBy.Adapters.Printing;

/// <summary>Binds PDF files into one, page after page.</summary>
public sealed class PdfBinder : ILabelBinder
{
    public byte[]? TryBind(IReadOnlyList<byte[]> files)
    {
        try
        {
            return files.Count == 1 ? files[0] : PdfMerger.Merge(files);
        }
        catch (PdfDocumentFormatException)
        {
            return null;
        }
    }
}
