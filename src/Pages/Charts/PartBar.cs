using System.Globalization;
using System.Net;

namespace ShipBy.Pages.Charts;

/// <summary>Draws two parts of a number as one bar, lying, without script: the sure part full, the other one pale.</summary>
public static class PartBar
{
    private const int Height = 14;

    /// <param name="most">The number whose bar is as wide as the picture; no less than both parts together.</param>
    /// <param name="text">The bar in words, for whoever does not see it.</param>
    public static string Draw(int sure, int other, int most, string text)
    {
        var (first, second) = (Wide(sure, most), Wide(other, most));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"trend\" viewBox=\"0 0 {TrendChart.Width} {Height}\" width=\"{TrendChart.Width}\" height=\"{Height}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(text)}\"><rect x=\"0\" y=\"1\" width=\"{first:0.##}\" height=\"{Height - 2}\"/><rect class=\"now\" x=\"{first:0.##}\" y=\"1\" width=\"{second:0.##}\" height=\"{Height - 2}\"/></svg>");
    }

    private static double Wide(int part, int most) => most <= 0 ? 0 : (double)part * TrendChart.Width / most;
}
