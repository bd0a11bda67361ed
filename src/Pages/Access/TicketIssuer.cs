using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;

namespace ShipBy.Pages.Access;

/// <summary>Makes the one-time links to the page. Whoever holds the desk key may; nobody has to be asked.</summary>
public static class TicketIssuer
{
    /// <value>How long a link is good: 15 minutes.</value>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(15);

    internal const string Purpose = "ticket";

    /// <returns>A ticket: its last second, its name and its seal, parted by dots and fit for a query string as it is.</returns>
    public static string Issue(string deskKey, DateTimeOffset now)
    {
        var lastSecond = (now + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var text = $"{lastSecond}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16))}";
        return $"{text}.{Seal.Of(deskKey, Purpose, text)}";
    }

    /// <summary>The link to open, such as <c>http://localhost:7071/api/enter?ticket=...</c>.</summary>
    /// <param name="address">Of the deployment, without the route prefix.</param>
    public static Uri Link(string address, string ticket) => new($"{address.TrimEnd('/')}/api/enter?ticket={ticket}");
}
