using ShipBy.Adapters.Printing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Writer;

namespace ShipBy.Adapters.Tests.Printing;

public class PdfBinderTests
{
    [Theory]
    [InlineData(new[] { 1 }, new[] { 100.0 })]
    [InlineData(new[] { 1, 2 }, new[] { 100.0, 200, 201 })]
    public void Files_AreBoundPageAfterPage(int[] pages, double[] widths)
    {
        var bound = new PdfBinder().Bind([.. pages.Select((count, file) => File(count, 100 * (file + 1)))]);

        using var document = PdfDocument.Open(bound);
        Assert.Equal(widths, document.GetPages().Select(page => Math.Round(page.Width)));
    }

    /// <summary>A file whose pages are told apart by their width.</summary>
    private static byte[] File(int pages, double width)
    {
        using var builder = new PdfDocumentBuilder();
        for (var page = 0; page < pages; page++)
        {
            builder.AddPage(width + page, 300);
        }

        return builder.Build();
    }
}
