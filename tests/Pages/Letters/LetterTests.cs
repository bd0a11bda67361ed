using System.Text;
using AngleSharp.Html.Parser;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Letters;
using ShipBy.Pages.Rendering;

namespace ShipBy.Pages.Tests.Letters;

public class LetterTests
{
    [Theory]
    [InlineData("ru", 0, "Заранее, осталось 2 ч 10 мин: 0100200300-0007-1")]
    [InlineData("ru", 3, "Заранее, осталось 2 ч 10 мин: 0100200300-0007-1 и ещё 3 отправления")]
    [InlineData("zh-CN", 0, "提前提醒，剩余2小时10分钟：0100200300-0007-1")]
    [InlineData("zh-CN", 3, "提前提醒，剩余2小时10分钟：0100200300-0007-1 及另外3个货件")]
    [InlineData("en", 1, "In good time, 2 h 10 min left: 0100200300-0007-1 and 1 more shipment")]
    public async Task Subject_NamesTheMostUrgent_AndHowManyMore(string language, int more, string expected)
    {
        var mail = Sample.Notice with { Warnings = [.. Enumerable.Repeat(Sample.Line, more + 1)] };

        var letter = await Sample.LetterAsync(mail, Sample.Guard(language));

        Assert.Equal(expected, letter.Subject.Replace('\u00A0', ' '));
    }

    [Fact]
    public async Task Rows_FollowTheMail_AndSayWhatIsToBeDone()
    {
        var late = Sample.Line with { Order = new OrderKey("second", "P-1"), Deadline = Sample.Now - Duration.FromMinutes(35), State = OrderState.OutOfStock, MissingUnits = 2, Value = null };

        var letter = await Sample.LetterAsync(Sample.Notice with { Warnings = [late, Sample.Line] });

        var rows = Rows(letter);
        Assert.Equal(2, rows.Count);
        Assert.Equal("35 min overdue by Fri 27 Nov, 11:25 P-1 second Кружка × 2, Тарелка out of stock: 2 missing Open", rows[0]);
        Assert.Equal("2 h 10 min left by Fri 27 Nov, 14:10 0100200300-0007-1 main Кружка × 2, Тарелка · 1,530 ₽ stock is held Open", rows[1]);
        Assert.Contains("35 min overdue", Words(letter.Subject), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheButton_LeadsToTheMostUrgentOrderOnThePage_AndEachLineToItsOwn()
    {
        var other = Sample.Line with { Order = new OrderKey("main", "P-2") };

        var letter = await Sample.LetterAsync(Sample.Notice with { Warnings = [Sample.Line, other] }, Guard("https://guard.example/"));

        var links = new HtmlParser().ParseDocument(letter.Html).QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(new[] { Sample.Line, Sample.Line, other }.Select(line => $"https://guard.example/api/today#{OrderAnchor.Of(line.Order)}"), links);
        Assert.All(links, link => Assert.Contains(link, letter.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("guard.example")]
    [InlineData("javascript:alert(1)")]
    public async Task WithoutAnAddress_TheLetterSaysWhichSettingIsMissing(string publicUrl)
    {
        var letter = await Sample.LetterAsync(Sample.Notice, Guard(publicUrl));

        Assert.Empty(new HtmlParser().ParseDocument(letter.Html).QuerySelectorAll("a"));
        Assert.Contains("ShipBy__PublicUrl", letter.Html, StringComparison.Ordinal);
        Assert.Contains("ShipBy__PublicUrl", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingFromOutside_BecomesMarkupOrAHeader()
    {
        var bad = "<script>x</script>\r\nBcc: a@b.c\u0000\u2028\" onload=\"";
        var line = Sample.Line with { Order = new OrderKey(bad, bad), Goods = bad };

        var letter = await Sample.LetterAsync(Sample.Notice with { Warnings = [line], Problems = [new ProblemLine(bad, bad)] });

        Assert.Empty(new HtmlParser().ParseDocument(letter.Html).QuerySelectorAll("script, [onload]"));
        Assert.DoesNotContain("<script", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(letter.Subject + string.Concat(letter.Headers.Values), char.IsControl);
        Assert.DoesNotContain("\nBcc", letter.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30, 60_000)]
    [InlineData(60, 80_000)]       // a fifth is left for what missing each costs, and for longer links
    public async Task ADigest_WithHugeNames_StaysBelowWhatMailReadersShow(int orders, int bytes)
    {
        var huge = string.Concat(Enumerable.Repeat("Очень длинное название <&> ", 800));
        var lines = Enumerable.Range(0, orders).Select(number => Sample.Line with { Order = new OrderKey("main", $"{number:0000}-{huge}"), Goods = huge });

        var letter = await Sample.LetterAsync(Sample.Notice with { Warnings = [.. lines], Problems = [new ProblemLine(huge, huge)] }, Sample.Guard("ru"));

        Assert.InRange(Encoding.UTF8.GetByteCount(letter.Html), 1, bytes);
        Assert.InRange(Encoding.UTF8.GetByteCount(letter.Text), 1, 60_000);
        Assert.InRange(letter.Subject.Length, 1, 150);
        Assert.Equal(orders, Rows(letter).Count);
    }

    [Fact]
    public async Task LinesBeyondTheBound_AreCounted_AndTheHeaderStillNamesThemAll()
    {
        var letter = await Sample.LetterAsync(Sample.Notice with { Warnings = [.. Enumerable.Repeat(Sample.Line, LetterModel.MaxWarnings + 10)] });

        Assert.Equal(LetterModel.MaxWarnings, Rows(letter).Count);
        Assert.Contains("And 10 more", letter.Html, StringComparison.Ordinal);
        Assert.Equal(2 * (LetterModel.MaxWarnings + 10), letter.Headers[WarningHeader.Name].Split(',').Length);
    }

    [Theory]
    [InlineData("ru", "возможно, повтор")]
    [InlineData("zh-CN", "可能重复")]
    [InlineData("en", "possibly repeated")]
    public async Task APossibleRepeat_IsMarked(string language, string mark)
    {
        var once = await Sample.LetterAsync(Sample.Notice, Sample.Guard(language));
        var again = await Sample.LetterAsync(Sample.Notice with { MaybeRepeated = true }, Sample.Guard(language));

        Assert.DoesNotContain(mark, once.Subject, StringComparison.Ordinal);
        Assert.Contains(mark, again.Subject, StringComparison.Ordinal);
        Assert.True(again.Text.Length > once.Text.Length);
        Assert.True(again.Html.Length > once.Html.Length);
    }

    [Fact]
    public async Task ProblemsAlone_MakeALetterOfTheirOwn_WithoutTheHeader()
    {
        var letter = await Sample.LetterAsync(Sample.Notice with { Warnings = [], Problems = [new ProblemLine("P-7", "quantity is 0; correct it"), new ProblemLine("P-8", "no product")] });

        Assert.Equal("Needs your decision: P-7 and 1 more", letter.Subject);
        Assert.Empty(letter.Headers);
        Assert.Contains("quantity is 0; correct it", letter.Html, StringComparison.Ordinal);
        Assert.Contains("- P-8\n  no product", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hand over", letter.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "Заранее, передайте в доставку: 1 отправление")]
    [InlineData("zh-CN", "时间尚可，请安排交运：1个货件")]
    [InlineData("en", "In good time, hand over to delivery: 1 shipment")]
    public async Task BothParts_SpeakTheSellersLanguage_AndNameTheZone(string language, string heading)
    {
        var letter = await Sample.LetterAsync(Sample.Notice, Sample.Guard(language));

        Assert.Equal(language, new HtmlParser().ParseDocument(letter.Html).DocumentElement.GetAttribute("lang"));
        Assert.All([new HtmlParser().ParseDocument(letter.Html).Body!.TextContent, letter.Text], part =>
        {
            Assert.Contains(heading, part, StringComparison.Ordinal);
            Assert.Contains("Europe/Moscow, UTC+3", part, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task TheLetter_FetchesNothing()
    {
        var letter = await Sample.LetterAsync(Sample.Notice);

        Assert.Empty(new HtmlParser().ParseDocument(letter.Html).QuerySelectorAll("img, link, script, iframe, [src], [background]"));
        Assert.DoesNotContain("url(", letter.Html, StringComparison.Ordinal);
    }

    private static ShipBy.Application.Settings.GuardOptions Guard(string publicUrl)
    {
        var guard = Sample.Guard();
        guard.PublicUrl = publicUrl;
        return guard;
    }

    private static List<string> Rows(Letter letter) =>
        [.. new HtmlParser().ParseDocument(letter.Html.Replace("<br>", " ", StringComparison.Ordinal).Replace("</td><td", " </td><td", StringComparison.Ordinal))
            .QuerySelectorAll("table.rows tr").Skip(1).Select(row => Words(row.TextContent))];

    private static string Words(string text) => string.Join(' ', text.Replace('\u00A0', ' ').Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
