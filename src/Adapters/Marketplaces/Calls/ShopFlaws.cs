using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Marketplaces.Calls;

/// <summary>What can be wrong with the settings of a shop that is called, whatever its marketplace is.</summary>
internal static class ShopFlaws
{
    /// <returns>Each flaw by the setting's whole name, never with the value of a secret.</returns>
    public static IEnumerable<string> Of(IConfigurationSection section, CallOptions options, string baseUrl, string pool)
    {
        if (section.Key.Length > 40 || !section.Key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-'))
            yield return $"Shops__{section.Key} is no name for a shop; use 1 to 40 letters, digits or dashes.";

        if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var address) || !(address.Scheme is "https" || (address.Scheme is "http" && address.IsLoopback)))
            yield return $"{NameOf(section, "BaseUrl")} is no https address (plain http is for this machine only); leave it out for the marketplace itself.";

        if (PoolFlawOf(pool) is { } flaw)
            yield return $"{NameOf(section, "Pool")}: {flaw}";

        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        foreach (var result in results)
            yield return $"{NameOf(section, result.MemberNames.First())}: {result.ErrorMessage}";
    }

    public static string NameOf(IConfigurationSection section, string setting) => $"Shops__{section.Key}__{setting}";

    private static string? PoolFlawOf(string pool)
    {
        try
        {
            PoolName.Parse(pool);
            return null;
        }
        catch (FormatException flaw)
        {
            return flaw.Message;
        }
    }
}
