using NodaTime;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon.Account;

/// <summary>What the marketplace says of the shop's key: its end, and what it may do.</summary>
internal sealed class OzonKey(OzonClient client, OzonOptions options)
{
    public async Task<Instant?> ExpiresAtAsync(CancellationToken cancel)
    {
        var body = await client.ReadAsync(OzonMethods.Roles, new { }, cancel);
        return WireInstant.Read(body.Text("expires_at") ?? body.Field("result").Text("expires_at"));
    }

    /// <remarks>A role that names no method may stand for all of them: then nothing can be said.</remarks>
    public async Task<MissingRights?> MissingAsync(CancellationToken cancel)
    {
        var body = await client.ReadAsync(OzonMethods.Roles, new { }, cancel);
        var roles = body.Items("roles").Concat(body.Field("result").Items("roles")).Select(role => role.Items("methods").Select(method => method.Text()).OfType<string>().ToList()).ToList();
        if (roles.Count == 0 || roles.Exists(methods => methods.Count == 0))
            return null;

        var may = roles.SelectMany(methods => methods).Select(Plain).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new MissingRights([.. Lacking(OzonMethods.ToGuard)], [.. Lacking(OzonMethods.Others).Where(method => method != OzonMethods.Offer || options.Warehouse is not null)]);

        IEnumerable<string> Lacking(IEnumerable<string> methods) => methods.Where(method => !may.Contains(Plain(method)));
    }

    /// <summary>Seen with and without a slash in front, and with a verb before it.</summary>
    private static string Plain(string method) => method[(method.LastIndexOf(' ') + 1)..].Trim('/');
}
