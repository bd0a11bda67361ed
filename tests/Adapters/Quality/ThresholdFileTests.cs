using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.Quality;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Application.Quality;
using ShipBy.Domain.Quality;

namespace ShipBy.Adapters.Tests.Quality;

public sealed class ThresholdFileTests
{
    private const string Heading = "marketplace,figure,at_risk,bad,source,date\n";

    [Theory]
    [InlineData(FigureName.AmazonDefectRate, 0.008, 0.01)]
    [InlineData(FigureName.AmazonLateRate, 0.032, 0.04)]
    [InlineData(FigureName.CancelRate, 0.02, 0.025)]
    [InlineData(FigureName.CarrierOnTime, 0.97, 0.95)]
    public void TheTableBesideTheProgram_SaysWhatIsKnown(FigureName name, double atRisk, double bad)
    {
        var demanded = ThresholdFile.Read("thresholds").Of("ozon", name)!;

        Assert.Equal(((decimal)atRisk, (decimal)bad), (demanded.AtRisk, demanded.Bad));
        Assert.NotEqual("", demanded.Source);
    }

    [Theory]
    [InlineData(FigureName.DefectRate)]         // wider than anybody's demand
    [InlineData(FigureName.HandlingMean)]
    public void WhatNobodyDemands_IsNotJudged(FigureName name) => Assert.Null(ThresholdFile.Read("thresholds").Of("ozon", name));

    [Fact]
    public void HoursStayHours() => Assert.Equal(24, ThresholdFile.Parse(Heading + "*,handling_mean,12,24,own,2026-11-22\n", "x").Of("ozon", FigureName.HandlingMean)!.Bad);

    [Theory]
    [InlineData("*,lateness,1,2,own,2026-11-22", "line 2, figure: 'lateness' is no key figure.")]
    [InlineData("*,late_rate,3,2,own,2026-11-22", "line 2, at_risk: '3' is beyond the limit itself.")]
    [InlineData("*,carrier_on_time,90,95,own,2026-11-22", "line 2, at_risk: '90' is beyond the limit itself.")]
    [InlineData("*,late_rate,,2,own,2026-11-22", "line 2, at_risk: ")]
    [InlineData("*,late_rate,1,2,own,soon", "line 2, date: 'soon' is not a date that can be read.")]
    [InlineData("*,late_rate,1,2,own,2026-11-22\n*,late_rate,1,2,own,2026-11-22", "line 3, figure: 'late_rate' is there twice for this marketplace.")]
    public void WhatIsNotUnderstood_IsNamed(string rows, string says) =>
        Assert.Contains(says[..^1], Assert.Throws<InvalidSellerFileException>(() => ThresholdFile.Parse(Heading + rows + "\n", "x")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(null, DefectKinds.All)]
    [InlineData("late, Damaged", DefectKinds.Late | DefectKinds.Damaged)]
    public void TheSetting_NamesTheDefects(string? setting, DefectKinds counted) => Assert.Equal(counted, Services("CountedDefects", setting).BuildServiceProvider().GetRequiredService<QualityRules>().Counted);

    [Theory]
    [InlineData("CountedDefects", "tardy")]
    [InlineData("CountedDefects", "")]
    [InlineData("CountedDefects", "3")]
    [InlineData("FigureTable", "nowhere")]
    public void ABadSetting_StopsTheStart_AndIsNamed(string name, string setting) =>
        Assert.StartsWith($"ShipBy__{name}: ", Assert.Throws<ValidationException>(() => Services(name, setting)).Message, StringComparison.Ordinal);

    private static IServiceCollection Services(string name, string? value) => new ServiceCollection().AddQuality(new ConfigurationBuilder().AddInMemoryCollection([new($"ShipBy:{name}", value)]).Build());
}
