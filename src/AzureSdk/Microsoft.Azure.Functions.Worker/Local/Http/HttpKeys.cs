using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.Local.Http;

/// <param name="Master">Opens everything, <c>/admin</c> and disabled functions included.</param>
/// <param name="Host">Opens every function that asks for a function key.</param>
/// <param name="OfFunction">The key that opens one function alone, if it has one.</param>
internal sealed record HttpKeys(string Master, string Host, Func<string, string?> OfFunction)
{
    /// <summary>The key a caller shows: the header wins over the query, even a wrong one.</summary>
    public static string? ShownBy(HttpRequest request) =>
        request.Headers.TryGetValue("x-functions-key", out var header) ? header.ToString() : request.Query["code"].FirstOrDefault();

    public bool Opens(AuthorizationLevel level, string function, string? shown) => level switch
    {
        AuthorizationLevel.Anonymous => true,
        AuthorizationLevel.Admin => IsMaster(shown),
        _ => IsMaster(shown) || Same(shown, Host) || Same(shown, OfFunction(function)),
    };

    public bool IsMaster(string? shown) => Same(shown, Master);

    private static bool Same(string? shown, string? key) => shown is not null && key is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(key));
}
