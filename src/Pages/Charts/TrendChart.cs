using System.Globalization;
using System.Net;
using System.Text;

namespace ShipBy.Pages.Charts;

/// <summary>What a chart shows.</summary>
/// <param name="Points">The oldest first; a value is null where there is nothing to show.</param>
/// <param name="Limit">A line across; null for none.</param>
/// <param name="Text">The chart in words, for whoever does not see it.</param>
public sealed record ChartData(IReadOnlyList<ChartPoint> Points, decimal? Limit, string Text);

/// <param name="Label">What the first and the last point are called below the axis.</param>
public sealed record ChartPoint(decimal? Value, string Label);

/// <summary>Draws a small trend as a picture of its own: bars from a common base line, without script.</summary>
/// <remarks>Colours come by classes, so that a page dresses it for light and dark; where no page is around, as in a mail, <see cref="Alone"/> dresses it.</remarks>
public static class TrendChart
{
    public const int Width = 240;
    public const int Height = 64;

    private const int Top = 4;
    private const int Base = 48;
    private const double Gap = 3;

    /// <value>A bar that is something can be seen.</value>
    private const double LeastHeight = 1.5;

    private const string Dress =
        "<style>.trend{font:10px sans-serif}.trend rect{fill:#155eef}.trend .now{fill:#84adff}.trend .axis{stroke:#98a2b3}.trend .limit{stroke:#b54708;stroke-dasharray:4 3}.trend .none{fill:#98a2b3}.trend text{fill:#475467}</style>";

    /// <summary>For a page, which has the colours.</summary>
    public static string Draw(ChartData data) => Draw(data, "");

    /// <summary>With its own colours, on white, as an image that stands for itself.</summary>
    public static string Alone(ChartData data) => Draw(data, Dress);

    private static string Draw(ChartData data, string style)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"trend\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" role=\"img\" aria-label=\"{Escaped(data.Text)}\">{style}");
        svg.Append(CultureInfo.InvariantCulture, $"<line class=\"axis\" x1=\"0\" y1=\"{Base}.5\" x2=\"{Width}\" y2=\"{Base}.5\"/>");
        var most = Math.Max(data.Points.Max(point => point.Value) ?? 0, data.Limit ?? 0);
        foreach (var (index, point) in data.Points.Index())
        {
            svg.Append(Bar(point, index, data, most));
        }

        if (data.Limit is { } limit && most > 0)
        {
            var y = Text(Base - HeightOf(limit, most));
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"limit\" x1=\"0\" y1=\"{y}\" x2=\"{Width}\" y2=\"{y}\"/>");
        }

        return svg.Append(Labels(data.Points)).Append("</svg>").ToString();
    }

    /// <remarks>Nothing to show is a dot on the base line, and nothing at all of something a thin bar: the two differ.</remarks>
    private static string Bar(ChartPoint point, int index, ChartData data, decimal most)
    {
        var step = (double)Width / data.Points.Count;
        var (x, width) = (index * step + Gap / 2, step - Gap);
        if (point.Value is not { } value)
        {
            return $"<circle class=\"none\" cx=\"{Text(x + width / 2)}\" cy=\"{Base}\" r=\"1.5\"/>";
        }

        var height = Math.Max(LeastHeight, HeightOf(value, most));
        var dress = index == data.Points.Count - 1 ? " class=\"now\"" : "";
        return $"<rect{dress} x=\"{Text(x)}\" y=\"{Text(Base - height)}\" width=\"{Text(width)}\" height=\"{Text(height)}\"/>";
    }

    private static string Labels(IReadOnlyList<ChartPoint> points) => points.Count switch
    {
        0 => "",
        1 => $"<text x=\"0\" y=\"{Height - 4}\">{Escaped(points[0].Label)}</text>",
        _ => $"<text x=\"0\" y=\"{Height - 4}\">{Escaped(points[0].Label)}</text><text x=\"{Width}\" y=\"{Height - 4}\" text-anchor=\"end\">{Escaped(points[^1].Label)}</text>",
    };

    private static double HeightOf(decimal value, decimal most) => most <= 0 ? 0 : (double)(value / most) * (Base - Top);

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
