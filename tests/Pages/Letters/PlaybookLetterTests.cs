using AngleSharp.Html.Parser;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Alerts;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Letters;

/// <summary>Trouble with ShipBy itself, as a letter tells it: what, why, what to do.</summary>
public sealed class PlaybookLetterTests
{
    private static readonly OperationalLine Line = new(
        OperationalAlertKind.PoisonMessage, "reserve-stock-poison", Severity.Warning, new AlertFacts(Sample.Now - Duration.FromMinutes(30), Duration.FromMinutes(30), 3), Sample.Now - Duration.FromMinutes(30), Sample.Now);

    public static MatrixTheoryData<string, OperationalAlertKind> Kinds => new(Texts.Languages, Enum.GetValues<OperationalAlertKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task EveryAlert_IsReadable_InBothParts(string language, OperationalAlertKind kind)
    {
        var words = Words.In(language).Playbook;

        var letter = await LetterAsync(language, Line with { Kind = kind });

        Assert.All([letter.Text, new HtmlParser().ParseDocument(letter.Html).Body!.TextContent], part =>
        {
            Assert.Contains(words.Heading, part, StringComparison.Ordinal);
            Assert.Contains(words.Name(kind), part, StringComparison.Ordinal);
            Assert.Contains(words.Cause(kind), part, StringComparison.Ordinal);
            Assert.Contains(words.Remedy(kind, Line.Subject), part, StringComparison.Ordinal);
            Assert.DoesNotContain('{', part);
        });
        Assert.Contains(words.Name(kind), letter.Subject, StringComparison.Ordinal);
    }

    /// <summary>The samples are what somebody reads and looks at: a kind that is in none of them was never approved.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task EveryAlert_IsInASampleLetter(string language, OperationalAlertKind kind)
    {
        var words = Words.In(language).Playbook;
        var (name, notice) = Assert.Single(SampleTroubles.Notices, sample => sample.Value.Operational.Any(line => line.Kind == kind && !line.IsOver));

        var letter = await SampleLetters.LetterAsync(name, language);

        Assert.Contains(words.Cause(kind), new HtmlParser().ParseDocument(letter.Html).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(words.Remedy(kind, notice.Operational.Single(line => line.Kind == kind).Subject), letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAlert_SaysItsNumbers()
    {
        var letter = await LetterAsync("en", Line);

        Assert.Equal("Messages failed too often: reserve-stock-poison", letter.Subject);
        Assert.Contains("Queue reserve-stock-poison: messages put away: 3; the oldest for 30 min, since Fri 27 Nov, 11:30.", letter.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsOver_IsToldAsThat()
    {
        var over = Line with { IsOver = true, Severity = Severity.Info, Kind = OperationalAlertKind.SilentTimer, Subject = "PollOrders" };

        var letter = await LetterAsync("en", over);

        Assert.Equal("Resolved: A timer has stopped, Reading orders (PollOrders)", letter.Subject);
        Assert.StartsWith("Resolved\n", letter.Text, StringComparison.Ordinal);
        Assert.Contains("- A timer has stopped: Reading orders (PollOrders). It lasted 30 min.", letter.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain(Words.In("en").Playbook.Heading, letter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralThatAreOver_RaiseNoAlarm()
    {
        var letter = await LetterAsync("en", Line with { IsOver = true }, Line with { IsOver = true, Kind = OperationalAlertKind.ClockOff, Subject = "storage" });

        Assert.Equal("Resolved: Messages failed too often, reserve-stock-poison and 1 more", letter.Subject);
    }

    [Fact]
    public async Task SeveralLines_NameTheFirstThatLasts_AndCountTheOthers()
    {
        var letter = await LetterAsync("en", Line with { IsOver = true }, Line with { Kind = OperationalAlertKind.ClockOff, Subject = "storage" });

        Assert.Equal("The clock is off: the storage account and 1 more", letter.Subject);
    }

    [Fact]
    public async Task NothingFromOutside_BecomesMarkup()
    {
        var letter = await LetterAsync("en", Line with { Kind = OperationalAlertKind.ChannelRefuses, Subject = "<b>x</b>\r\nBcc: a@b.c", Facts = Line.Facts with { Detail = "<script>x</script>" } });

        Assert.Empty(new HtmlParser().ParseDocument(letter.Html).QuerySelectorAll("script"));
        Assert.DoesNotContain("\nBcc", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(letter.Subject, char.IsControl);
    }

    private static Task<Letter> LetterAsync(string language, params OperationalLine[] lines) =>
        Sample.LetterAsync(Sample.Notice with { Warnings = [], Operational = lines }, Sample.Guard(language));
}
