using ShipBy.Application.Settings;

namespace ShipBy.Application.Doctor;

/// <summary>Whether the seller's page is open, and whether links in mails lead there; by the settings alone.</summary>
public sealed class PageProbe(GuardOptions options) : IProbe
{
    private const int ShortestKey = 16;

    public Area Area => Area.Page;

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancel)
    {
        Fact[] facts = [OfKey, .. OfAddress, .. options.PushSecret.Length == 0 ? (Fact[])[Fact.PushClosed] : []];
        return Task.FromResult<IReadOnlyList<Finding>>([.. facts.Select(fact => new Finding(Area, fact))]);
    }

    private Fact OfKey => options.DeskKey.Length switch
    {
        0 => Fact.DeskClosed,
        < ShortestKey => Fact.DeskKeyShort,
        _ => Fact.DeskOpen,
    };

    /// <value>None where the form is right: whether it answers, another probe asks.</value>
    private Fact[] OfAddress => (options.PublicUrl, Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var address) ? address : null) switch
    {
        ("", _) => [Fact.AddressMissing],
        (_, { IsLoopback: true, Scheme: "http" or "https" }) => [Fact.AddressLocal],
        (_, { Scheme: "http" }) => [Fact.AddressPlain],
        (_, { Scheme: "https" }) => [],
        _ => [Fact.AddressWrong],
    };
}
