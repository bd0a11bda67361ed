using System.Buffers.Text;
using System.Text;
using NodaTime;
using ShipBy.Application.Settings;
using ShipBy.Domain.Links;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Transit;
using ShipBy.Pages.Access;
using ShipBy.Pages.Links;

namespace ShipBy.Pages.Tests.Links;

public class LinkSealTests
{
    private const string Secret = "a-link-secret-for-tests";

    private static readonly AlertLink Link = new(
        LinkAction.Snooze, Sample.Line.Order, Sample.Line.Deadline, Sample.Notice.Id, "mail", Instant.FromUnixTimeSeconds(Sample.Now.ToUnixTimeSeconds()) + Duration.FromDays(3));

    private static readonly string Token = SealWith().Sign(Link)!;

    private static IEnumerable<(LinkAction, ConsignmentTrouble?)> Possible =>
    [
        (LinkAction.Acknowledge, null), (LinkAction.Snooze, null),
        .. Enum.GetValues<ConsignmentTrouble>().SelectMany(trouble => new (LinkAction, ConsignmentTrouble?)[] { (LinkAction.Acknowledge, trouble), (LinkAction.Settle, trouble) }),
    ];

    [Theory]
    [InlineData("main", "0100200300-0007-1", "mail")]
    [InlineData("", "", "")]
    [InlineData("магазин", "订单/1#?%&.\n\"<b>😀", "mail-2")]
    public void ALink_ComesBackWhole(string shop, string number, string route)
    {
        foreach (var (action, trouble) in Possible)
        {
            var link = Link with { Action = action, Trouble = trouble, Order = new OrderKey(shop, number), Route = route };

            Assert.Equal(link, Assert.IsType<LinkCheck.Good>(SealWith().Check(SealWith().Sign(link)!, Sample.Now)).Link);
        }
    }

    /// <summary>Links that lie in somebody's mail are opened by the version after this one.</summary>
    [Theory]
    [InlineData(LinkAction.Acknowledge, null, 1)]
    [InlineData(LinkAction.Snooze, null, 2)]
    [InlineData(LinkAction.Acknowledge, ConsignmentTrouble.Stuck, 17)]
    [InlineData(LinkAction.Settle, ConsignmentTrouble.Stuck, 19)]
    [InlineData(LinkAction.Acknowledge, ConsignmentTrouble.NotScanned, 33)]
    [InlineData(LinkAction.Acknowledge, ConsignmentTrouble.NotArrived, 49)]
    [InlineData(LinkAction.Acknowledge, ConsignmentTrouble.NotAccepted, 65)]
    [InlineData(LinkAction.Settle, ConsignmentTrouble.Lost, 83)]
    public void WhatALinkDoes_IsItsFirstByte(LinkAction action, ConsignmentTrouble? trouble, byte expected) =>
        Assert.Equal(expected, Base64Url.DecodeFromChars(SealWith().Sign(Link with { Action = action, Trouble = trouble })!.Split('.')[0])[0]);

    [Theory]
    [InlineData(LinkAction.Settle, null)]
    [InlineData(LinkAction.Snooze, ConsignmentTrouble.Lost)]
    [InlineData((LinkAction)0, null)]
    [InlineData((LinkAction)4, ConsignmentTrouble.Lost)]
    public void WhatNobodyCanDo_IsNotSigned(LinkAction action, ConsignmentTrouble? trouble) =>
        Assert.Null(SealWith().Sign(Link with { Action = action, Trouble = trouble }));

    [Fact]
    public void AToken_IsShort_FitForAnAddress_AndTheSameEachTime()
    {
        Assert.Matches("^[A-Za-z0-9_-]+[.][A-Za-z0-9_-]{43}[.]1$", Token);
        Assert.InRange(Token.Length, 100, 130);
        Assert.Equal(Token, SealWith().Sign(Link));
    }

    [Fact]
    public void AChangedToken_IsWrong_WhicheverCharacterBecomesWhichever() => Assert.All(
        from at in Enumerable.Range(0, Token.Length)
        from c in "ABab01-_."
        where c != Token[at]
        select Token[..at] + c + Token[(at + 1)..],
        changed => Assert.IsType<LinkCheck.Wrong>(SealWith().Check(changed, Sample.Now)));

    [Fact]
    public void ACutOffToken_IsWrong_WhereverItWasCut() => Assert.All(
        Enumerable.Range(0, Token.Length).SelectMany(length => new[] { Token[..length], Token[(length + 1)..], Token.Remove(length, 1) }),
        cut => Assert.IsType<LinkCheck.Wrong>(SealWith().Check(cut, Sample.Now)));

    [Theory]
    [InlineData("A")]
    [InlineData("1")]
    [InlineData(".")]
    [InlineData(".1")]
    [InlineData("=")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("%20")]
    public void AnExtendedToken_IsWrong_AtEitherEndAndInside(string more) => Assert.All(
        Enumerable.Range(0, Token.Length + 1).Select(at => Token.Insert(at, more)).Where(text => text != Token),
        extended => Assert.IsType<LinkCheck.Wrong>(SealWith().Check(extended, Sample.Now)));

    [Theory]
    [InlineData("")]
    [InlineData("..1")]
    [InlineData("no link at all")]
    [InlineData("\ud83d.\udc00.1")]
    public void ATextThatIsNoToken_IsWrong(string text) => Assert.IsType<LinkCheck.Wrong>(SealWith().Check(text, Sample.Now));

    [Fact]
    public void ASeal_FitsNoOtherContent()
    {
        AlertLink[] others =
        [
            Link with { Action = LinkAction.Acknowledge }, Link with { Order = Link.Order with { Number = "0100200300-0007-2" } }, Link with { Order = Link.Order with { Shop = "mail" } },
            Link with { Deadline = Link.Deadline + Duration.FromTicks(1) }, Link with { Expires = Link.Expires + Duration.FromSeconds(1) }, Link with { Notice = Guid.NewGuid() }, Link with { Route = "mail-2" },
            Link with { Action = LinkAction.Acknowledge, Trouble = ConsignmentTrouble.Stuck }, Link with { Action = LinkAction.Settle, Trouble = ConsignmentTrouble.Stuck },
        ];

        Assert.All(others, other => Assert.IsType<LinkCheck.Wrong>(SealWith().Check($"{SealWith().Sign(other)!.Split('.')[0]}.{Token.Split('.')[1]}.1", Sample.Now)));
    }

    [Theory]
    [InlineData(-1, "Good")]
    [InlineData(0, "Expired")]
    [InlineData(86_400, "Expired")]
    public void ALink_IsGoodUntilItsLastSecond(int secondsAfter, string expected) =>
        Assert.Equal(expected, SealWith().Check(Token, Link.Expires + Duration.FromSeconds(secondsAfter)).GetType().Name);

    [Theory]
    [InlineData(Secret, "", "Good")]
    [InlineData("another-link-secret-for", "", "Wrong")]
    [InlineData("another-link-secret-for", Secret, "Good")]                     // rotated once
    [InlineData("a-third-link-secret-for", "another-link-secret-for", "Wrong")] // and twice
    [InlineData("", "", "Wrong")]
    [InlineData("", Secret, "Good")]
    [InlineData("A-link-secret-for-tests", "", "Wrong")]
    public void ALink_IsOpenedByItsOwnSecret_AndByTheOneAfterThat(string secret, string previous, string expected) =>
        Assert.Equal(expected, SealWith(secret, previous).Check(Token, Sample.Now).GetType().Name);

    [Fact]
    public void OfTwoSecrets_TheNewOneSigns() =>
        Assert.IsType<LinkCheck.Good>(SealWith("another-link-secret-for").Check(SealWith("another-link-secret-for", Secret).Sign(Link)!, Sample.Now));

    [Theory]
    [InlineData("", Sample.DeskKey, true)]
    [InlineData("", "", false)]
    [InlineData("", "fifteen-letters", false)]
    [InlineData("", "sixteen-letters-", true)]
    [InlineData("sixteen-letters-", "", true)]
    [InlineData("fifteen-letters", Sample.DeskKey, false)]                      // what was set must not be mended in silence
    public void WithoutALinkSecret_TheDeskKeyServes_AndWithoutBothThereAreNoLinks(string secret, string deskKey, bool expected)
    {
        var seal = SealWith(secret, deskKey: deskKey);

        Assert.Equal(expected, seal.CanSign);
        Assert.Equal(expected, seal.Sign(Link) is { } token && seal.Check(token, Sample.Now) is LinkCheck.Good);
    }

    [Fact]
    public void TheSameText_AsLinkSecretAndAsDeskKey_MakesDifferentKeys() =>
        Assert.IsType<LinkCheck.Wrong>(SealWith("", deskKey: Secret).Check(Token, Sample.Now));

    [Fact]
    public void TheDeskKeyItself_SignsNothing()
    {
        var text = Token.Split('.')[0];
        var guard = new GuardOptions { DeskKey = Secret };

        Assert.All(
            ["alert link 1", "ticket", "session", "form"],
            purpose => Assert.IsType<LinkCheck.Wrong>(new LinkSeal(guard).Check($"{text}.{Seal.Of(Secret, purpose, text)}.1", Sample.Now)));
    }

    [Theory]
    [InlineData(250, "Good")]
    [InlineData(252, "Wrong")]
    public void ATokenThatNoServerWouldTake_IsRefused_HoweverWellSealed(int length, string expected)
    {
        var content = LinkContent.Write(Link with { Route = "" })!;
        var bytes = length == 250 ? 153 : 154;
        var text = Base64Url.EncodeToString(LinkContent.Write(Link with { Route = new string('r', bytes - content.Length) })!);
        var token = $"{text}.{Seal.Of(LinkKeys.Of(new GuardOptions { LinkSecret = Secret })[0], "alert link 1", text)}.1";

        Assert.Equal(length, token.Length);
        Assert.Equal(expected, SealWith().Check(token, Sample.Now).GetType().Name);
    }

    [Theory]
    [InlineData(80, true)]
    [InlineData(200, false)]
    [InlineData(300, false)]
    public void AnOrderWhoseNumberIsTooLong_HasNoLink(int length, bool expected) =>
        Assert.Equal(expected, SealWith().Sign(Link with { Order = new OrderKey("main", new string('7', length)) }) is not null);

    [Fact]
    public void AnOrderWhoseNumberIsHalfACharacter_HasNoLink() => Assert.Null(SealWith().Sign(Link with { Order = new OrderKey("main", "\ud83d") }));

    [Theory]
    [InlineData(0)]
    [InlineData(28)]
    [InlineData(29)]        // no texts
    [InlineData(30)]        // a length without its text
    [InlineData(56)]        // one byte less
    public void ContentThatIsCutOff_IsNotRead(int length)
    {
        var content = LinkContent.Write(Link)!;

        Assert.Equal(Link, LinkContent.Read(content));
        Assert.True(length < content.Length);
        Assert.Null(LinkContent.Read(content[..length]));
        Assert.Null(LinkContent.Read([.. content, 0]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]         // nobody settles an order
    [InlineData(9)]
    [InlineData(18)]        // nor puts a parcel off
    [InlineData(97)]        // a trouble that there is not
    [InlineData(255)]
    public void AnActionOfAnotherVersion_IsNotRead(byte first) => Assert.Null(LinkContent.Read([first, .. LinkContent.Write(Link)!.Skip(1)]));

    [Fact]
    public void AToken_TellsNothingOfTheSecrets_NorOfTheBuyer()
    {
        var said = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(Token.Split('.')[0]));

        Assert.Contains(Link.Order.Number, said, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, said, StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.Line.Goods, said, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatTheButtonSends_IsBoundToItsToken()
    {
        var other = SealWith().Sign(Link with { Action = LinkAction.Acknowledge })!;

        Assert.True(SealWith().IsPress(Token, SealWith().PressOf(Token)));
        Assert.True(SealWith("another-link-secret-for", Secret).IsPress(Token, SealWith().PressOf(Token)));     // rotated between looking and pressing
        Assert.False(SealWith().IsPress(other, SealWith().PressOf(Token)));
        Assert.False(SealWith().IsPress(Token, Token.Split('.')[1]));
        Assert.False(SealWith().IsPress(Token, ""));
        Assert.False(SealWith().IsPress(Token, null));
    }

    private static LinkSeal SealWith(string secret = Secret, string previous = "", string deskKey = "") =>
        new(new GuardOptions { LinkSecret = secret, PreviousLinkSecret = previous, DeskKey = deskKey });
}
