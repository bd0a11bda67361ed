using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Adapters.Costs;
using ShipBy.Application.Settings;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Tests.Costs;

/// <summary>The tables beside the program: what they say, and that they do not say more than is known.</summary>
public sealed class ShippedCostsTests
{
    private static readonly CostTable Ozon = CostFile.Read("ozon");

    [Theory]
    [InlineData(0, "green")]
    [InlineData(4, "green")]
    [InlineData(4.01, "blue")]
    [InlineData(10.01, "yellow")]
    [InlineData(20.01, "orange")]
    [InlineData(40.01, "red")]
    public void OzonsBands_AreTheHelps(double index, string band) => Assert.Equal(band, Ozon.BandOf((decimal)index)!.Name);

    [Theory]
    [InlineData(0, 4_000_00L, 50_00L)]              // 1 %, and 50 roubles at least
    [InlineData(0, 10_000_00L, 100_00L)]
    [InlineData(12, 10_000_00L, null)]              // it rises, and nobody says by how much
    [InlineData(1_000, 10_000_00L, null)]
    public void OzonsSurcharge_IsToldAsFarAsItIsKnown(int hours, long value, long? expected)
    {
        var surcharge = CostOfMissing.Of(new Money(value, "RUB"), Duration.FromHours(hours), Ozon, null).Surcharge!;

        Assert.Equal((expected, 3m), (surcharge.Amount?.MinorUnits, surcharge.Worst!.Charge.Percent));
    }

    [Fact]
    public void NothingIsSurerThanItsSource()
    {
        Assert.All([.. Ozon.Steps.Select(step => step.Citation), .. Ozon.Bands.Select(band => band.Citation)], citation => Assert.Equal(CostConfidence.Unsure, citation.Confidence));
        Assert.Equal(CostConfidence.Outdated, Assert.Single(CostFile.Read("taobao").Steps).Citation.Confidence);
    }

    [Theory]
    [InlineData(null, "ozon")]
    [InlineData("taobao", "taobao")]
    [InlineData("none", "none")]
    public void TheSetting_NamesTheTable(string? setting, string table) =>
        Assert.Equal(table, Services(setting).BuildServiceProvider().GetRequiredService<CostTable>().Name);

    [Fact]
    public void ABadSetting_StopsTheStart_AndIsNamed() =>
        Assert.StartsWith("ShipBy__CostTable: ozone", Assert.Throws<ValidationException>(() => Services("ozone")).Message, StringComparison.Ordinal);

    private static IServiceCollection Services(string? table) => new ServiceCollection().AddCosts(
        new ConfigurationBuilder().AddInMemoryCollection([new($"{GuardOptions.Section}:{nameof(GuardOptions.CostTable)}", table)]).Build());
}
