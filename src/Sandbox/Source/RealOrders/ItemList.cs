using System.Globalization;

namespace ShipBy.Sandbox.Source.RealOrders;

/// <summary>The column <c>items</c>: <c>product x quantity</c>, joined by <c>|</c>.</summary>
internal static class ItemList
{
    private const string Times = " x ";

    /// <exception cref="FormatException">No item, or one that is not product and whole number. 0 and below are numbers.</exception>
    public static IReadOnlyList<(string ProductId, int Quantity)> Read(string text) =>
        string.IsNullOrWhiteSpace(text) ? throw new FormatException("items is empty") : text.Split('|').Select(One).ToArray();

    private static (string ProductId, int Quantity) One(string item)
    {
        var at = item.LastIndexOf(Times, StringComparison.Ordinal);
        var product = at < 0 ? "" : item[..at].Trim();
        return product is not "" && int.TryParse(item[(at + Times.Length)..].Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var quantity)
            ? (product, quantity)
            : throw new FormatException($"item '{(item.Length <= 60 ? item : item[..60] + "…")}' is not 'product x quantity'");
    }
}
