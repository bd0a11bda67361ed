using Microsoft.Extensions.Configuration;

namespace ShipBy.Cli.Shops;

/// <summary>The shops as the settings name them, whichever way they are asked for.</summary>
internal static class ShopSection
{
    public static IReadOnlyList<string> Names(IConfiguration settings) => [.. All(settings).Select(shop => shop.Key)];

    /// <param name="name">In any case, and with blanks around it.</param>
    public static IConfigurationSection? Find(IConfiguration settings, string name) =>
        All(settings).FirstOrDefault(shop => shop.Key.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<IConfigurationSection> All(IConfiguration settings) => settings.GetSection("Shops").GetChildren();
}
