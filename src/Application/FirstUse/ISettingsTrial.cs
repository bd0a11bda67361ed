using ShipBy.Application.Alerts;
using ShipBy.Application.Doctor;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Application.FirstUse;

/// <summary>Settings tried out before anybody keeps them, with the parts that will read them.</summary>
public interface ISettingsTrial
{
    /// <summary>Asks the marketplace of the shop that the settings name for a first page, and for what it has.</summary>
    Task<ShopTrial> AskShopAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancel);

    /// <summary>Opens the routes that the settings name, for as long as <paramref name="use"/> takes.</summary>
    /// <returns>What <paramref name="use"/> found, or each flaw of the settings, by the setting's name and never by its value.</returns>
    Task<IReadOnlyList<Finding>> OpenRoutesAsync(IReadOnlyDictionary<string, string> settings, Func<AlertRoutes, Task<IReadOnlyList<Finding>>> use, CancellationToken cancel);
}

/// <param name="Findings">As the check-up puts them; empty for a shop that cannot be asked.</param>
/// <param name="Listing">Null where it was not asked for, or not told.</param>
public sealed record ShopTrial(IReadOnlyList<Finding> Findings, ShopListing? Listing)
{
    /// <value>Whether one may go on with this shop.</value>
    public bool IsGood => Findings.All(finding => finding.Health < Health.Fault);
}
