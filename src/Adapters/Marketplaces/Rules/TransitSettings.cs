using Microsoft.Extensions.Configuration;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Transit;

namespace ShipBy.Adapters.Marketplaces.Rules;

/// <summary>Reads what a shop expects of its carrier after the hand-over, whatever its marketplace is.</summary>
internal sealed class TransitSettings(IConfigurationSection shop, List<string> flaws)
{
    private const string UsualLadder = "12h";

    private const int LongestContact = 200;

    /// <value>A parcel is followed once its order has left for the history, which <c>ShipBy__KeepClosedFor</c> puts off by a day at most.</value>
    private static readonly Duration Shortest = Duration.FromDays(1);

    /// <value>Marketplaces are not read farther back by default.</value>
    private static readonly Duration Longest = Duration.FromDays(60);

    private readonly TransitOptions _options = shop.Get<TransitOptions>() ?? new TransitOptions();

    /// <returns>Null where nothing is set; of no use where flaws were added.</returns>
    public static TransitRules? Read(IConfigurationSection shop, List<string> flaws) => new TransitSettings(shop, flaws).Read();

    private TransitRules? Read()
    {
        var before = flaws.Count;
        var rules = new TransitRules(LadderOf(_options.TransitLadder))
        {
            FirstScanWithin = LengthOf(nameof(TransitOptions.FirstScanWithin), _options.FirstScanWithin),
            ArriveWithin = LengthOf(nameof(TransitOptions.ArriveWithin), _options.ArriveWithin),
            StuckAfter = LengthOf(nameof(TransitOptions.StuckAfter), _options.StuckAfter),
            CarrierContact = Cut.ToLine(_options.CarrierContact, LongestContact),
        };
        if (flaws.Count > before)
        {
            return null;
        }

        if (rules.ArriveWithin <= rules.FirstScanWithin)
        {
            Add(nameof(TransitOptions.ArriveWithin), "has to be longer than FirstScanWithin");
        }

        if (rules is { FirstScanWithin: null, ArriveWithin: null, StuckAfter: null })
        {
            InVain(nameof(TransitOptions.TransitLadder), _options.TransitLadder, "FirstScanWithin or ArriveWithin");
            InVain(nameof(TransitOptions.CarrierContact), _options.CarrierContact, "FirstScanWithin, ArriveWithin or StuckAfter");
            return null;
        }

        if (rules is { FirstScanWithin: null, ArriveWithin: null })
        {
            InVain(nameof(TransitOptions.TransitLadder), _options.TransitLadder, "FirstScanWithin or ArriveWithin");
        }

        return rules;
    }

    private Duration? LengthOf(string setting, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        // As a rung of a ladder may be: a run that plays a day in a minute still says which day it means.
        var (name, lasts) = text.Split('=', 2, StringSplitOptions.TrimEntries) is [var left, var right] ? (left, right) : (text.Trim(), text.Trim());
        if (LengthText.Parse(name) is not { } length || LengthText.Parse(lasts) is not { } real)
        {
            Add(setting, "is not a length of time: write 24h or 5d");
            return null;
        }

        if (length < Shortest || length > Longest)
        {
            Add(setting, "has to be from 1d to 60d: a parcel is followed once its order has left for the history, and while the marketplace is still read that far back");
        }

        return real;
    }

    private Ladder LadderOf(string text)
    {
        try
        {
            return Ladder.Parse(string.IsNullOrWhiteSpace(text) ? UsualLadder : text);
        }
        catch (FormatException flaw)
        {
            flaws.Add($"Shops__{shop.Key}__{nameof(TransitOptions.TransitLadder)}: {flaw.Message}");
            return Ladder.Parse(UsualLadder);
        }
    }

    private void InVain(string setting, string text, string needed)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Add(setting, $"does nothing without {needed}");
        }
    }

    private void Add(string setting, string flaw) => flaws.Add($"Shops__{shop.Key}__{setting} {flaw}.");
}
