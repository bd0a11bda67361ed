using Microsoft.Extensions.Primitives;

namespace ShipBy.AzureSdk.Tests.Wire;

internal static class HeaderReading
{
    public static string Authorization(this IReadOnlyDictionary<string, StringValues> headers) => headers["Authorization"].ToString();
}
