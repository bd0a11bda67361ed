using System.Net;
using Microsoft.AspNetCore.Http;
using ShipBy.Adapters.Marketplaces.Wire;

namespace ShipBy.Adapters.Marketplaces.Ozon.Push;

/// <summary>Which callers may ring. The secret in the address is what keeps strangers out; this keeps out those who learned it.</summary>
internal sealed class PushSources
{
    private const string Anybody = "*";

    /// <value>As the marketplace documents them.</value>
    private static readonly string[] Ozons = ["195.34.21.0/24", "185.73.192.0/22", "91.223.93.0/24"];

    private readonly IPNetwork[]? _networks;

    /// <param name="setting">As <see cref="Application.Settings.GuardOptions.PushSources"/> has it.</param>
    public PushSources(string setting) => _networks = setting.Trim() switch
    {
        Anybody => null,
        "" => [.. Ozons.Select(network => IPNetwork.Parse(network))],
        var given => [.. given.Split(',').Select(network => IPNetwork.TryParse(network.Trim(), out var read) ? read : (IPNetwork?)null).OfType<IPNetwork>()],       // judged when the host starts
    };

    public bool Takes(HttpRequest request)
    {
        if (_networks is null)
            return true;

        var caller = CallerAddress.Read(request);
        return (caller is not null && Array.Exists(_networks, network => network.Contains(caller)))
            || (!CallerAddress.IsForwarded(request) && (caller is null || IPAddress.IsLoopback(caller)));
    }
}
