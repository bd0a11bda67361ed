using System.Globalization;
using System.Text;

namespace ShipBy.Sandbox.Ozon.Labels;

/// <summary>Writes the least PDF that viewers open: a page a line of text.</summary>
internal static class TinyPdf
{
    public static byte[] Write(IReadOnlyList<string> pages)
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{4 + (2 * i)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        };
        foreach (var page in pages)
        {
            var content = $"BT /F1 12 Tf 10 40 Td ({Plain(page)}) Tj ET";
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 165 113] /Resources << /Font << /F1 3 0 R >> >> /Contents {objects.Count + 2} 0 R >>");
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        return Encoding.ASCII.GetBytes(Assemble(objects));
    }

    /// <summary>The objects, and a table of where each of them begins.</summary>
    private static string Assemble(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var starts = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            starts.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var start in starts)
        {
            file.Append(CultureInfo.InvariantCulture, $"{start:0000000000} 00000 n \n");
        }

        return file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").ToString();
    }

    /// <summary>What the font does not have, and what would end the text, becomes a question mark.</summary>
    private static string Plain(string text) => new([.. text.Select(c => c is > '\x1f' and < '\x7f' and not ('(' or ')' or '\\') ? c : '?')]);
}
