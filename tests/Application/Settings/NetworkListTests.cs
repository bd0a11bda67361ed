using ShipBy.Application.Settings;

namespace ShipBy.Application.Tests.Settings;

public sealed class NetworkListTests
{
    [Theory]
    [InlineData("195.34.21.0/24", true)]
    [InlineData("195.34.21.0/24, 185.73.192.0/22,2001:db8::/32", true)]
    [InlineData("203.0.113.7/32", true)]
    [InlineData("0.0.0.0/0", true)]
    [InlineData("::1/128", true)]
    [InlineData("195.34.21.7/24", false)]       // the address of a host, and not of a network
    [InlineData("195.34.21.0/33", false)]
    [InlineData("195.34.256.0/24", false)]
    [InlineData("195.34.21.0", false)]
    [InlineData("195.34.21/24", false)]
    [InlineData("2001:db8::/129", false)]
    [InlineData("195.34.21.0/24,", false)]
    [InlineData("somewhere", false)]
    public void ANetwork_IsItsFirstAddress_AndTheBitsThatCount(string text, bool isSound) => Assert.Equal(isSound, NetworkList.IsSound(text));
}
