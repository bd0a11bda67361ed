using Microsoft.Extensions.Configuration;

namespace ShipBy.Cli.Doctor;

/// <summary>The settings without the parts that are flawed.</summary>
internal static class SoundSettings
{
    /// <summary>The section <c>Shops</c> with these shops alone.</summary>
    public static IConfiguration ShopsOf(IConfiguration settings, IReadOnlyCollection<string> names) => Without(
        settings, path => path.StartsWith("Shops:", StringComparison.OrdinalIgnoreCase) && !names.Contains(path.Split(':')[1], StringComparer.OrdinalIgnoreCase)).GetSection("Shops");

    /// <summary>Everything except what stands under <c>ShipBy</c>.</summary>
    public static IConfiguration WithoutGuard(IConfiguration settings) => Without(settings, path => path.StartsWith("ShipBy:", StringComparison.OrdinalIgnoreCase));

    private static IConfigurationRoot Without(IConfiguration settings, Func<string, bool> isOut) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.AsEnumerable().Where(setting => setting.Value is not null && !isOut(setting.Key)))
        .Build();
}
