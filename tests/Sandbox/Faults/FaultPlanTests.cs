using ShipBy.Sandbox.Faults;

namespace ShipBy.Sandbox.Tests.Faults;

public sealed class FaultPlanTests
{
    private const string Method = "/v4/posting/fbs/list";
    private const string Taobao = "/router/rest";
    private const string Mail = "/emails:send";

    [Fact]
    public void Of_SpoilsNothing_WhenTheDialIsAtNone() =>
        Assert.All(Play(FaultLevel.None, 1, Method), what => Assert.Equal((Fault.None, TimeSpan.Zero), what));

    [Fact]
    public void Of_IsTheSame_ForTheSameSeed()
    {
        Assert.Equal(Play(FaultLevel.High, 1, Method), Play(FaultLevel.High, 1, Method));
        Assert.NotEqual(Play(FaultLevel.High, 1, Method), Play(FaultLevel.High, 2, Method));
    }

    [Theory]
    [InlineData(Method)]
    [InlineData(Mail)]
    [InlineData(Taobao)]
    public void Of_HasEveryFault_WhenTheDialIsHigh(string path)
    {
        var faults = Play(FaultLevel.High, 1, path).Select(what => what.Fault).Distinct().ToArray();

        Assert.Equal(Enum.GetValues<Fault>().Except(path switch { Mail => [Fault.CircleOpen, Fault.SessionOver], Taobao => [Fault.CircleOpen], _ => [Fault.SessionOver] }).Order(), faults.Order());
    }

    [Fact]
    public void Of_LeavesMostRequestsAlone_EvenWhenTheDialIsHigh()
    {
        var (low, high) = (Share(FaultLevel.Low), Share(FaultLevel.High));

        Assert.InRange(low, 0.01, 0.08);
        Assert.InRange(high, 0.1, 0.3);
    }

    [Fact]
    public void Of_EndsAStormInTime_ForAClientThatKeepsAsking()
    {
        var plan = new FaultPlan(FaultDial.At(FaultLevel.High), 1);
        var longest = 0;
        var running = 0;
        for (var i = 0; i < 42_000; i++)
        {
            running = plan.Of(i, Method, TimeSpan.FromMilliseconds(i * 10)).Fault is Fault.Storm or Fault.CircleOpen ? running + 1 : 0;
            longest = Math.Max(longest, running);
        }

        // A storm and a shut method may meet end to end: three and a half seconds, then it is over.
        Assert.InRange(longest, 150, 400);
    }

    private static double Share(FaultLevel level) => Play(level, 3, Method).Average(what => what.Fault is Fault.None ? 0.0 : 1.0);

    private static List<(Fault Fault, TimeSpan Latency)> Play(FaultLevel level, long seed, string path)
    {
        var plan = new FaultPlan(FaultDial.At(level), seed);
        return Enumerable.Range(0, 4_000).Select(i => plan.Of(i, path, TimeSpan.FromMilliseconds(i * 100))).ToList();
    }
}
