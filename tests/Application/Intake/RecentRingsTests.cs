using Microsoft.Extensions.Time.Testing;
using ShipBy.Application.Intake;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;

namespace ShipBy.Application.Tests.Intake;

public sealed class RecentRingsTests
{
    private static readonly OrderKey Posting = new("shop", "1");

    private readonly FakeTimeProvider _clock = new(Sample.Noon.ToDateTimeOffset());

    [Fact]
    public void APosting_IsLeftAlone_WhileItIsAnswered_AndForASecondAfter()
    {
        var rings = new RecentRings(_clock);

        Assert.True(rings.TryEnter(Posting));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(rings.TryEnter(Posting));          // however long it takes
        Assert.True(rings.TryEnter(Posting with { Number = "2" }));
        Assert.True(rings.TryEnter(Posting with { Shop = "other" }));

        rings.Leave(Posting);
        _clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(rings.TryEnter(Posting));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(rings.TryEnter(Posting));
    }
}
