using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Rules;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Marketplaces.Files;

/// <summary>Reads the shops of kind <c>file</c> and judges every setting before the first file.</summary>
internal static class FileShopSettings
{
    public const string Kind = "file";

    /// <exception cref="ValidationException">As <see cref="FileShopServices.AddFileShops"/> says.</exception>
    public static IReadOnlyList<Shop> Read(IConfiguration shops, DateTimeZone home)
    {
        var flaws = new List<string>();
        var read = shops.GetChildren().Where(section => string.Equals(section["Kind"]?.Trim(), Kind, StringComparison.OrdinalIgnoreCase)).Select(section => ReadShop(section, home, flaws)).OfType<Shop>().ToList();
        return flaws.Count == 0 ? read : throw new ValidationException(string.Join(Environment.NewLine, flaws));
    }

    private static Shop? ReadShop(IConfigurationSection section, DateTimeZone home, List<string> flaws)
    {
        var before = flaws.Count;
        var options = section.Get<FileShopOptions>() ?? new FileShopOptions();
        if (section.Key.Length > 40 || !section.Key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-'))
        {
            flaws.Add($"Shops__{section.Key} is no name for a shop; use 1 to 40 letters, digits or dashes.");
        }

        var pool = PoolOf(options.Pool);
        if (pool is null)
        {
            flaws.Add($"Shops__{section.Key}__Pool is no pool name; use 1 to 40 lower-case letters, digits or dashes.");
        }

        var rules = DispatchSettings.Read(section, home, flaws);

        return flaws.Count == before ? new Shop(section.Key, Kind, pool!) { Rules = rules } : null;
    }

    private static PoolName? PoolOf(string text)
    {
        try
        {
            return PoolName.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
