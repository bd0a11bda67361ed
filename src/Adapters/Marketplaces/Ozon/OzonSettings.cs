using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Calls;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon;

/// <summary>Reads the shops of kind <c>ozon</c> and judges every setting before the first call.</summary>
internal static class OzonSettings
{
    public const string Kind = "ozon";

    /// <exception cref="ValidationException">As <see cref="OzonServices.AddOzon"/> says.</exception>
    public static IReadOnlyList<(Shop Shop, OzonOptions Options)> Read(IConfiguration shops, DateTimeZone home)
    {
        var flaws = new List<string>();
        var read = ShopSections.Read<OzonOptions>(shops.GetChildren().Where(section => IsOzon(section, flaws)), Kind, home, options => options.Pool, FlawsOf, flaws);
        flaws.AddRange(FlawsAmong(read));
        return flaws.Count == 0 ? read : throw new ValidationException(string.Join(Environment.NewLine, flaws));
    }

    private static IEnumerable<string> FlawsAmong(List<(Shop Shop, OzonOptions Options)> read)
    {
        foreach (var (shop, options) in read.Where(one => read.Count(other => other.Options.IsSameAccount(one.Options)) > 1))
        {
            if (options.Warehouse is null)
                yield return $"Shops__{shop.Name}__Warehouse is missing: several shops name the account of its ClientId, and each is one warehouse of it. Set its number, or remove the shop.";
            else if (read.First(other => other.Options.IsSameAccount(options) && other.Options.Warehouse == options.Warehouse).Shop is var first && first != shop)
                yield return $"Shops__{shop.Name}__Warehouse is that of {first.Name} already; name another warehouse of the account, or remove the shop.";
        }
    }

    private static bool IsOzon(IConfigurationSection section, List<string> flaws)
    {
        if (string.IsNullOrWhiteSpace(section["Kind"]))
            flaws.Add($"{NameOf(section, "Kind")} is missing; set it to {Kind} or taobao, or to webhook for a shop that tells of its orders by itself.");

        return string.Equals(section["Kind"], Kind, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> FlawsOf(IConfigurationSection section, OzonOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ClientId))
            yield return $"{NameOf(section, "ClientId")} is missing; take it from the seller's cabinet under Settings > API keys.";
        else if (!options.ClientId.All(char.IsAsciiLetterOrDigit))
            yield return $"{NameOf(section, "ClientId")} is no account number; take it from the seller's cabinet under Settings > API keys.";

        if (string.IsNullOrWhiteSpace(options.ApiKey))
            yield return $"{NameOf(section, "ApiKey")} is missing; make one in the seller's cabinet under Settings > API keys.";
        else if (!options.ApiKey.All(c => c is > ' ' and < (char)127))
            yield return $"{NameOf(section, "ApiKey")} holds characters that no key has; copy it again from the seller's cabinet.";

        foreach (var flaw in ShopFlaws.Of(section, options, options.BaseUrl, options.Pool))
            yield return flaw;
    }

    private static string NameOf(IConfigurationSection section, string setting) => ShopFlaws.NameOf(section, setting);
}
