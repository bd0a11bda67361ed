using System.Text.RegularExpressions;

namespace ShipBy.Adapters.Marketplaces.Taobao.Shipping;

/// <param name="Code">What the platform calls it, such as <c>YTO</c>.</param>
/// <param name="NumberPattern">What its numbers look like, by the platform's word; null where it has none.</param>
internal sealed record Carrier(string Code, string Name, string? NumberPattern)
{
    /// <value>A stranger's expression may be a slow one.</value>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether the number may be one of this carrier's. A pattern that cannot be used forbids nothing.</summary>
    public bool Takes(string number)
    {
        try
        {
            return NumberPattern is null || Regex.IsMatch(number, $@"\A(?:{NumberPattern})\z", RegexOptions.CultureInvariant, Patience);
        }
        catch (Exception useless) when (useless is ArgumentException or RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
