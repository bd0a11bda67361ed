using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ShipBy.TestKit.Storage.Faults;

/// <summary>Where a query stands among its pages, and how the proxy tears them.</summary>
/// <remarks>The token of an empty page holds the place where the query stood already, so that the proxy need not remember it.</remarks>
internal static class Paging
{
    private const string HeldBack = "held-back-";

    private const string NextPartitionKey = "NextPartitionKey";

    /// <summary>A token for the page that was asked for just now.</summary>
    public static string HoldBack(HttpRequest request) => HeldBack + Convert.ToHexString(Encoding.UTF8.GetBytes(Place(request)));

    /// <summary>The target that the service shall see.</summary>
    /// <param name="mostRows">Rows of a page cut short; null leaves it as it was asked for.</param>
    public static string TargetOf(HttpRequest request, int? mostRows)
    {
        var raw = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (mostRows is null && !IsHeldBack(request))
        {
            return raw;
        }

        var others = request.Query.Where(part => !IsPlace(part.Key) && (mostRows is null || part.Key != "$top"))
            .SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value));
        var top = mostRows is { } most ? string.Create(CultureInfo.InvariantCulture, $"&$top={most}") : "";

        return $"{raw.Split('?')[0]}{QueryString.Create(others).Value}{top}{Place(request)}";
    }

    /// <summary>A third of the rows that were asked for, and at least one.</summary>
    public static int ThirdOf(HttpRequest request) => Math.Max(1, Asked(request) / 3);

    /// <summary>Rows that a query asks for; as many as the service gives where it does not say.</summary>
    public static int Asked(HttpRequest request) =>
        int.TryParse(request.Query["$top"], CultureInfo.InvariantCulture, out var asked) ? asked : ServiceRules.MostRowsAPage;

    private static bool IsHeldBack(HttpRequest request) => request.Query[NextPartitionKey].ToString().StartsWith(HeldBack, StringComparison.Ordinal);

    private static bool IsPlace(string name) => name is NextPartitionKey or "NextRowKey";

    /// <summary>As a piece of a query string; empty on the first page.</summary>
    private static string Place(HttpRequest request) => IsHeldBack(request)
        ? Encoding.UTF8.GetString(Convert.FromHexString(request.Query[NextPartitionKey].ToString()[HeldBack.Length..]))
        : string.Concat(request.Query.Where(part => IsPlace(part.Key)).Select(part => $"&{part.Key}={Uri.EscapeDataString(part.Value.ToString())}"));
}
