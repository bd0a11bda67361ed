using System.Net;
using System.Net.Sockets;
using ShipBy.Cli.Local;

namespace ShipBy.Cli.Tests.Local;

public class FreePortTests
{
    [Fact]
    public void Choose_GivesARunTheSamePort_UntilSomebodyElseHasIt()
    {
        var run = $"run {Guid.NewGuid()}";
        var port = FreePort.Choose(0, run);
        using var other = new TcpListener(IPAddress.Loopback, port);

        Assert.Equal(port, FreePort.Choose(0, run));
        other.Start();
        Assert.NotEqual(port, FreePort.Choose(0, run));
    }

    [Fact]
    public void Choose_Refuses_APortInUse()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        Assert.Contains($"Port {port} is in use", Assert.Throws<CannotStartException>(() => FreePort.Choose(port, "run")).Message, StringComparison.Ordinal);
    }
}
