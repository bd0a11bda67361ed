using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Settings;
using ShipBy.Domain.Links;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Transit;
using ShipBy.Pages.Links;

namespace ShipBy.Pages.Tests.Letters;

public class LetterLinksTests
{
    [Fact]
    public async Task ALine_IsAnsweredByTwoLinks_BoundToItAlone()
    {
        var letter = await Sample.LetterAsync(Sample.Notice with { Route = "mail-2" });

        AlertLink[] expected =
        [
            new(LinkAction.Acknowledge, Sample.Line.Order, Sample.Line.Deadline, Sample.Notice.Id, "mail-2", Sample.Now + Duration.FromDays(3)),
            new(LinkAction.Snooze, Sample.Line.Order, Sample.Line.Deadline, Sample.Notice.Id, "mail-2", Sample.Now + Duration.FromDays(3)),
        ];
        Assert.Equal(expected, Links(letter).Select(LinkOf));
        Assert.Equal(["I am on it", "Remind me later"], Links(letter).Select(link => link.TextContent));
    }

    [Fact]
    public async Task ThePlainPart_HasALinkALine_AndTheMostUrgentOneNearTheTop()
    {
        var later = Sample.Line with { Order = new OrderKey("main", "P-2"), Deadline = Sample.Line.Deadline + Duration.FromHours(1) };

        var letter = await Sample.LetterAsync(Sample.Notice with { Warnings = [Sample.Line, later] });

        var lines = letter.Text.Split('\n').Where(line => line.StartsWith("  I am on it: https://guard.example/api/a/", StringComparison.Ordinal)).ToList();
        Assert.Equal([Sample.Line.Order, later.Order], lines.Select(line => LinkOf(line[(line.LastIndexOf('/') + 1)..]).Order));
        Assert.InRange(letter.Text.IndexOf(lines[0], StringComparison.Ordinal), 0, 500);
    }

    [Theory]
    [InlineData(0, 72)]
    [InlineData(48, 72)]                // three days, while that is more than the deadline and a day
    [InlineData(49, 73)]
    [InlineData(-40, 72)]               // long overdue
    public async Task ALink_IsGoodForItsLifetime_AndADayPastTheDeadline(int deadline, int expires)
    {
        var letter = await Sample.LetterAsync(Sample.Notice with { Warnings = [Sample.Line with { Deadline = Sample.Now + Duration.FromHours(deadline) }] });

        Assert.Equal(Sample.Now + Duration.FromHours(expires), LinkOf(Links(letter)[0]).Expires);
    }

    [Fact]
    public async Task TheLifetime_IsASetting()
    {
        var guard = Sample.Guard();
        guard.LinkLifetime = TimeSpan.FromDays(10);

        Assert.Equal(Sample.Now + Duration.FromDays(10), LinkOf(Links(await Sample.LetterAsync(Sample.Notice, guard))[0]).Expires);
    }

    [Fact]
    public async Task ALetterWrittenAnew_HasTheSameLinks()
    {
        var once = await Sample.LetterAsync(Sample.Notice);
        var again = await Sample.LetterAsync(Sample.Notice with { MaybeRepeated = true, AttemptedAt = Sample.Now + Duration.FromHours(1) });
        var other = await Sample.LetterAsync(Sample.Notice with { Id = Guid.NewGuid() });

        Assert.Equal(Links(once).Select(link => link.Href), Links(again).Select(link => link.Href));
        Assert.Empty(Links(once).Select(link => link.Href).Intersect(Links(other).Select(link => link.Href)));
    }

    [Theory]
    [InlineData(0, false, "I am on it, Remind me later, Open")]
    [InlineData(-1, false, "I am on it, Open")]     // overdue: nothing is left to be put off
    [InlineData(0, true, "Open")]                   // shipped, or moved, meanwhile
    public async Task ALink_IsOfferedWhereItCouldDoSomething(int ticks, bool overtaken, string expected)
    {
        var line = Sample.Line with { Deadline = Sample.Now + Duration.FromTicks(1 + ticks), IsOvertaken = overtaken };

        var letter = await Sample.LetterAsync(Sample.Notice with { Warnings = [line] });

        Assert.Equal(expected, string.Join(", ", new HtmlParser().ParseDocument(letter.Html).QuerySelectorAll("table.rows a").Select(link => link.TextContent)));
    }

    [Theory]
    [InlineData("https://guard.example", "", "")]
    [InlineData("https://guard.example", "fifteen-letters", "")]
    [InlineData("", Sample.DeskKey, "a-link-secret-for-tests")]
    [InlineData("javascript:alert(1)", Sample.DeskKey, "")]
    public async Task WithoutAnAddressOrASecret_TheLetterIsAsItWas(string address, string deskKey, string linkSecret)
    {
        var guard = Sample.Guard();
        (guard.PublicUrl, guard.DeskKey, guard.LinkSecret) = (address, deskKey, linkSecret);

        var letter = await Sample.LetterAsync(Sample.Notice, guard);

        Assert.Empty(Links(letter));
        Assert.DoesNotContain("/api/a/", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("null", letter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheMostUrgentLines_HaveLinks_AndTheLetterStaysBelowWhatMailReadersShow()
    {
        var lines = Enumerable.Range(0, 100).Select(number => Sample.Line with { Order = new OrderKey("main", $"0100200300-{number:0000}-1") });

        var letter = await Sample.LetterAsync(Sample.Notice with { Warnings = [.. lines] }, Sample.Guard("ru"));

        Assert.Equal(40, Links(letter).Count);
        Assert.Equal("0100200300-0019-1", LinkOf(Links(letter)[^1]).Order.Number);
        Assert.Equal(40, letter.Text.Split("/api/a/").Length - 1);
        Assert.InRange(Encoding.UTF8.GetByteCount(letter.Html), 50_000, 100_000);
    }

    [Fact]
    public async Task AParcel_IsAnsweredByTwoLinks_BoundToWhatWasToldOfIt()
    {
        var line = SampleParcels.All[0];

        var letter = await Sample.LetterAsync(Sample.Notice with { Warnings = [], Consignments = [line], Route = "mail-2" });

        var acknowledge = new AlertLink(LinkAction.Acknowledge, line.Order, line.Clock.Limit, Sample.Notice.Id, "mail-2", Sample.Now + Duration.FromDays(3)) { Trouble = line.Clock.Trouble };
        Assert.Equal([acknowledge, acknowledge with { Action = LinkAction.Settle }], Links(letter, "td.parcel").Select(LinkOf));
        Assert.Equal(["I am on it", "Settled", "Draft of a letter to the carrier"], new HtmlParser().ParseDocument(letter.Html).QuerySelectorAll("td.parcel a").Select(link => link.TextContent));
        Assert.Contains($"  I am on it: {Links(letter, "td.parcel")[0].Href}\n  Settled: https://guard.example/api/a/", letter.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", Sample.DeskKey, 0)]
    [InlineData("https://guard.example", "", 1)]            // the page alone
    [InlineData("https://guard.example", Sample.DeskKey, 3)]
    public async Task AParcel_HasLinks_WhereOrdersHaveThem(string address, string deskKey, int expected)
    {
        var guard = Sample.Guard();
        (guard.PublicUrl, guard.DeskKey) = (address, deskKey);

        var letter = await Sample.LetterAsync(Sample.Notice with { Warnings = [], Consignments = [SampleParcels.All[0]] }, guard);

        Assert.Equal(expected, new HtmlParser().ParseDocument(letter.Html).QuerySelectorAll("td.parcel a").Length);
    }

    /// <summary>A letter bears so many links, whatever they are about.</summary>
    [Theory]
    [InlineData(0, 40)]
    [InlineData(15, 10)]
    [InlineData(20, 0)]
    public async Task OrdersGoFirst_WhereLinksAreMany(int orders, int expected)
    {
        var lines = Enumerable.Range(0, orders).Select(number => Sample.Line with { Order = new OrderKey("main", $"{number}") });
        var parcels = Enumerable.Range(1, 45).Select(number => SampleParcels.Line(ConsignmentTrouble.Stuck, number, 8));

        var letter = await Sample.LetterAsync(Sample.Notice with { Warnings = [.. lines], Consignments = [.. parcels] }, Sample.Guard("ru"));

        Assert.Equal(expected, Links(letter, "td.parcel").Count);
        Assert.InRange(Encoding.UTF8.GetByteCount(letter.Html), 0, 100_000);
    }

    [Fact]
    public async Task EveryAddress_EndsInALetterOrADigit_SoThatNoProgramCutsItOff()
    {
        var lines = Enumerable.Range(0, 20).Select(number => Sample.Line with { Order = new OrderKey("main", $"{number}") });

        var letter = await Sample.LetterAsync(Sample.Notice with { Warnings = [.. lines] });

        Assert.All(Links(letter), link => Assert.True(char.IsAsciiLetterOrDigit(link.Href[^1])));
    }

    private static List<IHtmlAnchorElement> Links(Letter letter, string place = "table.rows") =>
        [.. new HtmlParser().ParseDocument(letter.Html).QuerySelectorAll($"{place} a[href*='/api/a/']").OfType<IHtmlAnchorElement>()];

    private static AlertLink LinkOf(IHtmlAnchorElement link) => LinkOf(link.Href[(link.Href.LastIndexOf('/') + 1)..]);

    private static AlertLink LinkOf(string token) => new LinkSeal(new GuardOptions { DeskKey = Sample.DeskKey }).Check(token, Instant.MinValue) switch
    {
        LinkCheck.Good(var link) => link,
        _ => throw new InvalidOperationException($"'{token}' is no link."),
    };
}
