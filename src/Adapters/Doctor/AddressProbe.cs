using ShipBy.Application.Doctor;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Doctor;

/// <summary>Opens the door of the seller's page at the address that links in mails begin with.</summary>
/// <remarks>An address of this machine is not asked: nothing needs to run there yet.</remarks>
internal sealed class AddressProbe(HttpClient http, GuardOptions options) : IProbe
{
    public Area Area => Area.Page;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancel) =>
        Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var address) && address is { IsLoopback: false, Scheme: "https" or "http" }
            ? [new Finding(Area, await AskAsync(new Uri(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/api/enter"), cancel))]
            : [];

    internal async Task<Fact> AskAsync(Uri door, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(door, cancel);
            return (await answer.Content.ReadAsStringAsync(cancel)).Contains("ShipBy", StringComparison.Ordinal) ? Fact.AddressAnswers : Fact.AddressOfOthers;
        }
        catch (HttpRequestException)
        {
            return Fact.AddressSilent;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Fact.AddressSilent;      // the client's own time-out
        }
    }
}
