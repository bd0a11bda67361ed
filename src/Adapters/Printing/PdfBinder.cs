using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;
using ShipBy.Application.Batches;

namespace ShipBy.Adapters.Printing;

/// <summary>Binds PDF files into one, page after page.</summary>
public sealed class PdfBinder : ILabelBinder
{
    public byte[] Bind(IReadOnlyList<byte[]> files)
    {
        if (files.Count == 1)
        {
            return files[0];
        }

        using var bound = new PdfDocument();
        foreach (var file in files)
        {
            using var content = new MemoryStream(file);
            using var labels = PdfReader.Open(content, PdfDocumentOpenMode.Import);
            foreach (var page in labels.Pages)
            {
                bound.AddPage(page);
            }
        }

        using var written = new MemoryStream();
        bound.Save(written, closeStream: false);
        return written.ToArray();
    }
}
