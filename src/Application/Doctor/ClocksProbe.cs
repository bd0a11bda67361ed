using NodaTime;
using ShipBy.Application.SelfWatch;

namespace ShipBy.Application.Doctor;

/// <summary>Our clock beside those of the storage account and of the marketplaces, which come with their answers.</summary>
public sealed class ClocksProbe(IEnumerable<IForeignClock> clocks) : IProbe
{
    /// <value>The rungs and the sweep are told in minutes; less cannot be noticed.</value>
    private static readonly Duration Noticeable = Duration.FromMinutes(1);

    /// <value>From a quarter of an hour on the storage account refuses our signatures.</value>
    private static readonly Duration Dangerous = Duration.FromMinutes(10);

    public Area Area => Area.Clock;

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancel)
    {
        Finding[] findings = [.. clocks.Select(clock => clock.Last).OfType<ForeignTime>().Select(Judge)];
        return Task.FromResult<IReadOnlyList<Finding>>(findings.Length > 0 ? findings : [new Finding(Area, Fact.ClockUnknown)]);
    }

    private Finding Judge(ForeignTime reading)
    {
        var off = reading.Ahead < Duration.Zero ? -reading.Ahead : reading.Ahead;
        var surely = off - reading.Doubt;
        var fact = surely >= Dangerous ? Fact.ClockFarOff : surely >= Noticeable ? Fact.ClockOff : Fact.ClockSound;
        return new Finding(Area, fact, reading.Name) { Time = off };
    }
}
