using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ShipBy.Application.Desk;
using ShipBy.Application.Settings;

namespace ShipBy.Pages.Access;

/// <summary>Whom the platform's own login (App Service authentication) has let in, held against the seller's list.</summary>
/// <remarks>
/// The platform takes its <c>X-MS-CLIENT-PRINCIPAL*</c> headers off every request from outside, but only where its login is switched on, which it says in
/// <c>WEBSITE_AUTH_ENABLED</c>. Everywhere else anybody can write them, and they count for nothing.
/// Source: learn.microsoft.com/azure/app-service/configure-authentication-user-identities.
/// </remarks>
public sealed class PlatformLogin(IConfiguration settings, IOptions<GuardOptions> options)
{
    internal const string Header = "X-MS-CLIENT-PRINCIPAL";

    internal const string NameHeader = "X-MS-CLIENT-PRINCIPAL-NAME";

    internal const string IdHeader = "X-MS-CLIENT-PRINCIPAL-ID";

    private const string MailClaim = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";

    private static readonly string[] AddressClaims = ["preferred_username", "email", "emails", MailClaim];

    /// <value>Whether only those on the list come in; the key then opens nothing, it signs forms.</value>
    public bool IsOn => DeskUsers.Read(options.Value.DeskUsers).Count > 0;

    private bool IsTrusted => string.Equals(settings["WEBSITE_AUTH_ENABLED"], "True", StringComparison.OrdinalIgnoreCase);

    /// <returns>Null for whom the platform has not let in, or is not on the list.</returns>
    public DeskSession? SessionOf(HttpRequest request)
    {
        if (!IsOn || !IsTrusted)
        {
            return null;
        }

        var users = DeskUsers.Read(options.Value.DeskUsers);
        return AddressesOf(request)
            .Where(users.ContainsKey)
            .Select(address => new DeskSession($"platform\n{request.Headers[IdHeader]}\n{address}", address, users[address]))
            .FirstOrDefault();
    }

    private static IEnumerable<string> AddressesOf(HttpRequest request)
    {
        string[] named = [request.Headers[NameHeader].ToString(), .. ClaimsOf(request.Headers[Header].ToString())];
        return named.Select(address => address.Trim()).Where(address => address.Length > 0);
    }

    /// <remarks>The header is JSON in Base64: <c>claims[]{typ, val}</c>.</remarks>
    private static string[] ClaimsOf(string header)
    {
        try
        {
            using var document = JsonDocument.Parse(Convert.FromBase64String(header));
            return
            [
                .. from claim in document.RootElement.GetProperty("claims").EnumerateArray()
                   where AddressClaims.Contains(claim.GetProperty("typ").GetString(), StringComparer.Ordinal)
                   select claim.GetProperty("val").GetString() ?? "",
            ];
        }
        catch (Exception odd) when (odd is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }
}
