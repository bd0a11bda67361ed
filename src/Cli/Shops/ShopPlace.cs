using ShipBy.Cli.Local;
using ShipBy.Cli.Real;
using ShipBy.Cli.Runs;

namespace ShipBy.Cli.Shops;

/// <summary>Which shops a command speaks with: those of the settings, or else the one that the local run is being played with.</summary>
internal static class ShopPlace
{
    /// <exception cref="CannotStartException">There is no shop.</exception>
    public static IReadOnlyDictionary<string, string> SettingsOf(RealSettings settings, ShipByHome home)
    {
        if (settings.NamesAShop)
        {
            return settings.Values;
        }

        var run = new RunFolders(home.Runs).Latest();
        return run is not null && File.Exists(run.AddressOf("sandbox")) && File.Exists(run.Keys)
            ? OfTheSandbox(new Uri(File.ReadAllText(run.AddressOf("sandbox")).Trim()), RunKeys.Of(run.Keys))
            : throw new CannotStartException("There is no shop to speak with: the settings name none (Shops__<name>__Kind), and no run is being played here. Set one, or start with 'shipby run'.");
    }

    private static Dictionary<string, string> OfTheSandbox(Uri address, RunKeys keys) => new()
    {
        [$"Shops__{LocalSettings.Shop}__Kind"] = "ozon",
        [$"Shops__{LocalSettings.Shop}__ClientId"] = keys.ClientId,
        [$"Shops__{LocalSettings.Shop}__ApiKey"] = keys.ApiKey,
        [$"Shops__{LocalSettings.Shop}__BaseUrl"] = address.AbsoluteUri,
    };
}
