namespace ShipBy.Architecture.Tests;

public class HouseTests
{
    [Fact]
    public void Stands() => Assert.True(true);
}
