using ShipBy.Cli.Real;
using ShipBy.Cli.Reconcile;
using ShipBy.Domain.Stock;

namespace ShipBy.Cli.Tests.Reconcile;

public sealed class PoolChoiceTests
{
    [Theory]
    [InlineData("main", null)]
    [InlineData("main", null, "Shops__tea__Kind", "ozon")]
    [InlineData("main", null, "Shops__tea__Pool", "")]
    [InlineData("east west", null, "Shops__tea__Pool", "east", "Shops__cups__Pool", "west", "Shops__pots__Pool", "east")]
    [InlineData("west", "west", "Shops__tea__Pool", "east", "Shops__cups__Pool", "west")]
    [InlineData("west", "west")]
    public void Of_TakesThePoolsOfTheShops_EachOnce(string expected, string? asked, params string[] settings) =>
        Assert.Equal(expected, string.Join(' ', Of(asked, settings).OrderBy(pool => pool.Value, StringComparer.Ordinal)));

    [Theory]
    [InlineData("one of these: east", "west", "Shops__tea__Pool", "east")]
    [InlineData("Shops__tea__Pool: 'East!' is not a pool name", null, "Shops__tea__Pool", "East!")]
    public void Of_RefusesWhatNoShopSellsFrom(string says, string? asked, params string[] settings) =>
        Assert.Contains(says, Assert.Throws<CannotStartException>(() => Of(asked, settings)).Message, StringComparison.Ordinal);

    private static IReadOnlyList<PoolName> Of(string? asked, string[] settings) => PoolChoice.Of(
        RealSettings.ToConfiguration(settings.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1])), asked is null ? null : PoolName.Parse(asked));
}
