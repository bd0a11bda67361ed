using Microsoft.Extensions.Configuration;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Rules;
using ShipBy.Domain.Transit;

namespace ShipBy.Adapters.Tests.Marketplaces.Rules;

/// <summary>What a shop's settings ask of its carrier.</summary>
public sealed class TransitSettingsTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("FirstScanWithin= ", null)]
    [InlineData("FirstScanWithin=24h", "scan 1 d, 12h")]
    [InlineData("ArriveWithin=20d;StuckAfter=5d;CarrierContact= +7 800 ", "arrive 20 d, stuck 5 d, 12h, +7 800")]
    [InlineData("ArriveWithin=60d;TransitLadder=2d,6h", "arrive 60 d, 2d 6h")]
    [InlineData("StuckAfter=1d", "stuck 1 d, 12h")]
    [InlineData("StuckAfter=1d=2160s", "stuck 0.025 d, 12h")]
    public void WhatIsSet_IsAsked(string settings, string? expected)
    {
        var flaws = new List<string>();
        var rules = Read(settings, flaws);

        Assert.Empty(flaws);
        Assert.Equal(expected, rules is null ? null : Words(rules));
    }

    [Theory]
    [InlineData("FirstScanWithin=one day", "Shops__main__FirstScanWithin is not a length of time: write 24h or 5d.")]
    [InlineData("FirstScanWithin=23.9h", "Shops__main__FirstScanWithin has to be from 1d to 60d")]
    [InlineData("ArriveWithin=61d", "Shops__main__ArriveWithin has to be from 1d to 60d")]
    [InlineData("FirstScanWithin=24h=soon", "Shops__main__FirstScanWithin is not a length of time: write 24h or 5d.")]
    [InlineData("FirstScanWithin=40s=2d", "Shops__main__FirstScanWithin has to be from 1d to 60d")]
    [InlineData("StuckAfter=1h", "Shops__main__StuckAfter has to be from 1d to 60d")]
    [InlineData("FirstScanWithin=2d;ArriveWithin=2d", "Shops__main__ArriveWithin has to be longer than FirstScanWithin.")]
    [InlineData("ArriveWithin=2d;TransitLadder=6h,12h", "Shops__main__TransitLadder: The ladder '6h,12h' must go from far to near")]
    [InlineData("TransitLadder=6h", "Shops__main__TransitLadder does nothing without FirstScanWithin or ArriveWithin.")]
    [InlineData("StuckAfter=5d;TransitLadder=6h", "Shops__main__TransitLadder does nothing without FirstScanWithin or ArriveWithin.")]
    [InlineData("CarrierContact=x", "Shops__main__CarrierContact does nothing without FirstScanWithin, ArriveWithin or StuckAfter.")]
    public void ASettingThatIsWrong_IsNamed(string settings, string expected)
    {
        var flaws = new List<string>();
        Read(settings, flaws);

        Assert.StartsWith(expected, Assert.Single(flaws), StringComparison.Ordinal);
    }

    private static TransitRules? Read(string settings, List<string> flaws)
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(settings.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(setting => setting.Split('=', 2)).ToDictionary(setting => $"Shops:main:{setting[0]}", setting => (string?)setting[1])).Build().GetSection("Shops:main");
        return DispatchSettings.Read(section, DateTimeZone.Utc, flaws).Transit;
    }

    private static string Words(TransitRules rules) => string.Join(", ", new[]
    {
        Length("scan", rules.FirstScanWithin),
        Length("arrive", rules.ArriveWithin),
        Length("stuck", rules.StuckAfter),
        string.Join(' ', rules.Ladder.Rungs.Where(rung => !rung.IsOverdue).Select(rung => rung.Name)),
        rules.CarrierContact is "" ? null : rules.CarrierContact,
    }.OfType<string>());

    private static string? Length(string name, Duration? length) => length is { } some ? $"{name} {some.TotalDays} d" : null;
}
