using Microsoft.Extensions.Options;
using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Application.Settings;
using ShipBy.Pages.Access;

namespace ShipBy.Pages.Tests.Access;

public class DeskAccessTests
{
    private readonly StoppedClock _clock = new(Sample.Now);

    [Theory]
    [InlineData(0, "Good")]
    [InlineData(899, "Good")]
    [InlineData(900, "Expired")]        // fifteen minutes to the second
    [InlineData(86_400, "Expired")]
    public void ATicket_IsGoodForFifteenMinutes(int secondsLater, string expected)
    {
        var ticket = TicketIssuer.Issue(Sample.DeskKey, _clock.GetUtcNow());
        _clock.Now += Duration.FromSeconds(secondsLater);

        Assert.Equal(expected, Access().Check(ticket).GetType().Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4")]
    [InlineData("no ticket at all")]
    public void ATextThatIsNoTicket_IsWrong(string text) => Assert.IsType<TicketCheck.Wrong>(Access().Check(text));

    [Fact]
    public void AChangedTicket_IsWrong_WhicheverCharacterWasChanged()
    {
        var ticket = TicketIssuer.Issue(Sample.DeskKey, _clock.GetUtcNow());

        Assert.All(Enumerable.Range(0, ticket.Length), at =>
            Assert.IsType<TicketCheck.Wrong>(Access().Check(ticket[..at] + (ticket[at] == '1' ? '2' : '1') + ticket[(at + 1)..])));
    }

    [Fact]
    public void ATicketOfAnotherKey_IsWrong() =>
        Assert.IsType<TicketCheck.Wrong>(Access("another-desk-key-for-tests").Check(TicketIssuer.Issue(Sample.DeskKey, _clock.GetUtcNow())));

    [Fact]
    public void TwoTickets_OfTheSameSecond_HaveNamesOfTheirOwn()
    {
        var names = Enumerable.Range(0, 20).Select(_ => ((TicketCheck.Good)Access().Check(TicketIssuer.Issue(Sample.DeskKey, _clock.GetUtcNow()))).Nonce).ToList();

        Assert.Equal(20, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^[A-Za-z0-9_-]{1,40}$", name));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData((30 * 86_400) - 1, true)]
    [InlineData(30 * 86_400, false)]
    public void ASession_LastsThirtyDays(int secondsLater, bool expected)
    {
        var cookie = Access().NewSession("Anna", DeskRole.Owner);
        _clock.Now += Duration.FromSeconds(secondsLater);

        Assert.Equal(expected, Access().SessionOf(cookie) is not null);
    }

    [Theory]
    [InlineData("Anna", "Anna")]
    [InlineData("", "")]
    [InlineData("Анна\r\nX: y", "Анна X: y")]
    [InlineData("1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890")]
    [InlineData("12345678901234567890123456789012345678901", "123456789012345678901234567890123456789…")]
    public void ASession_KnowsTheName(string given, string expected) => Assert.Equal(expected, Access().SessionOf(Access().NewSession(given, DeskRole.Owner))!.By);

    [Fact]
    public void ATicket_IsNoCookie_AndACookieIsNoTicket()
    {
        Assert.Null(Access().SessionOf(TicketIssuer.Issue(Sample.DeskKey, _clock.GetUtcNow())));
        Assert.IsType<TicketCheck.Wrong>(Access().Check(Access().NewSession("", DeskRole.Owner)));
    }

    [Fact]
    public void AFormToken_FitsItsOwnSessionOnly()
    {
        var (one, other) = (Access().SessionOf(Access().NewSession("one", DeskRole.Owner))!, Access().SessionOf(Access().NewSession("other", DeskRole.Owner))!);

        Assert.True(Access().IsFormToken(one, Access().FormToken(one)));
        Assert.False(Access().IsFormToken(other, Access().FormToken(one)));
        Assert.False(Access().IsFormToken(one, null));
        Assert.False(Access().IsFormToken(one, ""));
    }

    [Theory]
    [InlineData("a-desk-key-for-tests", true)]
    [InlineData(" a-desk-key-for-tests\n", true)]      // pasted with its surroundings
    [InlineData("a-desk-key-for-test", false)]
    [InlineData("A-desk-key-for-tests", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void TheKey_IsComparedWhole(string? text, bool expected) => Assert.Equal(expected, Access().RoleOf(text) == DeskRole.Owner);

    [Theory]
    [InlineData("", false)]
    [InlineData("fifteen-letters", false)]
    [InlineData("sixteen-letters-", true)]
    public void AKeyThatCouldBeGuessed_ClosesTheDesk(string key, bool open)
    {
        var access = Access(key);

        Assert.Equal(open, access.IsOpen);
        Assert.Equal(open, access.RoleOf(key) is not null);
        Assert.Equal(open, access.Check(TicketIssuer.Issue(key, _clock.GetUtcNow())) is TicketCheck.Good);
    }

    private DeskAccess Access(string key = Sample.DeskKey) => new(Options.Create(new GuardOptions { DeskKey = key }), _clock);
}
