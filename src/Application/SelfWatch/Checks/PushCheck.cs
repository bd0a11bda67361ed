using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Alerts;

namespace ShipBy.Application.SelfWatch.Checks;

/// <summary>Whether the marketplace still sends pushes to our address; switches them on again where it stopped. Other addresses of the seller are left alone.</summary>
public sealed class PushCheck(GuardOptions options) : ISelfCheck
{
    public IReadOnlyList<OperationalAlertKind> Kinds { get; } = [OperationalAlertKind.PushesOff, OperationalAlertKind.PushesStayOff];

    public Duration? Every { get; } = Duration.FromHours(1);

    public async Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel)
    {
        var (findings, blind) = (new List<OperationalFinding>(), new HashSet<string>());
        if (options.PushSecret.Length > 0 && options.PublicUrl.Length > 0)
        {
            foreach (var marketplace in scope.Accounts.Where(marketplace => marketplace is IPushSwitch))
            {
                try
                {
                    findings.AddRange(await LookAsync((IPushSwitch)marketplace, marketplace.Shop, cancel));
                }
                catch (MarketplaceException)
                {
                    blind.Add(marketplace.Shop.Name);
                }
            }
        }

        return new SelfCheckAnswer(findings) { CannotTell = blind };
    }

    private async Task<IReadOnlyList<OperationalFinding>> LookAsync(IPushSwitch pushes, Shop shop, CancellationToken cancel)
    {
        var ours = $"{options.PublicUrl.TrimEnd('/')}/api/push/{shop.Kind}/{shop.Name}/{options.PushSecret}";
        var off = (await pushes.PushAddressesAsync(cancel)).FirstOrDefault(address => !address.IsOn && string.Equals(address.Url.TrimEnd('/'), ours, StringComparison.OrdinalIgnoreCase));
        return off is null ? [] : [await SwitchOnAsync(pushes, off, shop, cancel)];
    }

    /// <remarks>Where the marketplace's support switched them off, only a new address helps, and it says so by refusing.</remarks>
    private static async Task<OperationalFinding> SwitchOnAsync(IPushSwitch pushes, PushAddress address, Shop shop, CancellationToken cancel)
    {
        try
        {
            await pushes.SwitchPushesOnAsync(address, cancel);
            return new OperationalFinding(OperationalAlertKind.PushesOff, shop.Name, Severity.Warning, AlertFacts.None);
        }
        catch (MarketplaceRefusedException refused)
        {
            return new OperationalFinding(OperationalAlertKind.PushesStayOff, shop.Name, Severity.Warning, new AlertFacts(Detail: refused.Code));
        }
    }
}
