using Microsoft.Extensions.Configuration;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Rules;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Marketplaces.Calls;

/// <summary>Reads the shops of one kind that are called, each with its options and the rules that shops of any kind have.</summary>
internal static class ShopSections
{
    /// <param name="home">The zone of shops that name none.</param>
    /// <param name="flawsOf">What the marketplace alone can judge.</param>
    /// <param name="flaws">Gets every flaw; a shop with one is left out.</param>
    public static List<(Shop Shop, TOptions Options)> Read<TOptions>(
        IEnumerable<IConfigurationSection> sections, string kind, DateTimeZone home, Func<TOptions, string> poolOf, Func<IConfigurationSection, TOptions, IEnumerable<string>> flawsOf, List<string> flaws)
        where TOptions : CallOptions, new()
    {
        var read = new List<(Shop, TOptions)>();
        foreach (var section in sections)
        {
            var before = flaws.Count;
            flaws.AddRange(UnreadableSettings.In(section, $"Shops__{section.Key}", typeof(TOptions)));
            if (flaws.Count > before)
                continue;

            var options = section.Get<TOptions>() ?? new TOptions();
            flaws.AddRange(flawsOf(section, options));
            var rules = DispatchSettings.Read(section, home, flaws);
            if (flaws.Count == before)
                read.Add((new Shop(section.Key, kind, PoolName.Parse(poolOf(options))) { Rules = rules }, options));
        }

        return read;
    }
}
