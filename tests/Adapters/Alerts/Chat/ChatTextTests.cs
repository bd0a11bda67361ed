using System.Text;
using ShipBy.Adapters.Alerts.Chat;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Tests.Alerts.Chat;

public class ChatTextTests
{
    private const string Link = "https://guard.example/api/today#o-1";

    private static readonly Letter Letter = new("Two hours left: P-1", $"Hand over:\n\nOpen: {Link}\n\n- P-1\n  mug\n\n- P-2\n  plate\n", "", new Dictionary<string, string>());

    private static readonly string Whole = $"Two hours left: P-1\n\nHand over:\n\nOpen: {Link}\n\n- P-1\n  mug\n\n- P-2\n  plate";

    [Theory]
    [InlineData(0, "")]                                                         // fits to the last character
    [InlineData(-1, "  plate|…")]                                               // one less, and the last line goes for the mark
    [InlineData(-6, "  plate|…")]
    [InlineData(-7, "- P-2|  plate|…")]                                         // the mark itself needs its two
    public void WhatIsTooMuch_GoesByLines(int room, string gone)
    {
        var cut = ChatText.Cut(Letter, Whole.Length + room, ChatUnit.Characters);

        var expected = gone.Length == 0 ? Whole : Whole[..^gone[..^2].Replace('|', '\n').Length].TrimEnd('\n') + "\n…";
        Assert.Equal(expected, cut);
    }

    [Theory]
    [InlineData("- P-1", "Two hours left: P-1\n\nHand over:\n…\nOpen: https://guard.example/api/today#o-1")]
    [InlineData("Hand over:", "Two hours left: P-1\n…\nOpen: https://guard.example/api/today#o-1")]
    public void TheLink_Stays_WhateverStandsBeforeIt(string firstGone, string expected)
    {
        var letter = Letter with { Text = Letter.Text.Replace(firstGone, firstGone + new string('x', 500), StringComparison.Ordinal).Replace($"Open: {Link}\n\n", "", StringComparison.Ordinal) + $"Open: {Link}\n" };

        Assert.Equal(expected, ChatText.Cut(letter, 300, ChatUnit.Characters));
    }

    [Fact]
    public void FurtherLinks_GoWithTheLinesAroundThem()
    {
        var letter = Letter with { Text = $"Huge: https://guard.example/{new string('h', 500)}\nOpen: {Link}\n- P-1\n  https://guard.example/1\n- P-2 {new string('x', 500)}\n  https://guard.example/2\n" };

        Assert.Equal($"Two hours left: P-1\n…\nOpen: {Link}", ChatText.Cut(letter, 250, ChatUnit.Characters));
        Assert.Equal($"Two hours left: P-1\n\nOpen: {Link}\n- P-1\n  https://guard.example/1\n…", ChatText.Cut(letter with { Text = letter.Text[(letter.Text.IndexOf('\n', StringComparison.Ordinal) + 1)..] }, 250, ChatUnit.Characters));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ASubjectThatLeavesNoRoom_IsCutBetweenCharacters(bool inBytes)
    {
        var unit = inBytes ? ChatUnit.Bytes : ChatUnit.Characters;
        for (var limit = 200; limit < 230; limit++)
        {
            var cut = ChatText.Cut(Letter with { Subject = string.Concat(Enumerable.Repeat("а杯😀", 200)) }, limit, unit);

            Assert.InRange(Size(cut, unit), limit - 8, limit);
            Assert.EndsWith($"…\n…\nOpen: {Link}", cut, StringComparison.Ordinal);
            Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cut)));      // what half a pair becomes
        }
    }

    [Fact]
    public void WhateverTheLetter_TheTextKeepsTheLimit_AndIsMadeOfItsLines()
    {
        var random = new Random(20261122);
        string[] words = ["Осталось 2 ч", "杯子", "😀", "mug", "", " ", Link, "x\ud83d", new('y', 150)];
        for (var round = 0; round < 3_000; round++)
        {
            string Some(int most, string between) => string.Join(between, Enumerable.Range(0, random.Next(most)).Select(_ => words[random.Next(words.Length)]));
            var letter = Letter with { Subject = Some(6, " "), Text = string.Join('\n', Enumerable.Range(0, random.Next(30)).Select(_ => Some(4, " "))) };
            var (limit, unit) = (random.Next(ChatSettings.ShortestLimit, 900), (ChatUnit)random.Next(2));

            var cut = ChatText.Cut(letter, limit, unit);

            Assert.InRange(Size(cut, unit), 0, limit);
            Assert.All(cut.Split('\n')[1..], line => Assert.True(line is "" or "…" || letter.Text.Split('\n').Contains(line), line));
            Assert.Equal(Size($"{letter.Subject}\n\n{letter.Text.Trim('\n')}", unit) > limit, cut.Contains('…', StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("see (https://a.example/x?y#z) or http://b.example", "https://a.example/x?y#z)")]
    [InlineData("按此：https://a.example/x\n", "https://a.example/x")]
    [InlineData("nothing", null)]
    public void LinkOf_IsTheFirst(string text, string? expected) => Assert.Equal(expected, ChatText.LinkOf(Letter with { Text = text }));

    [Theory]
    [InlineData("@all", "＠all")]
    [InlineData("to @durov, now", "to ＠durov, now")]
    [InlineData("各位@所有人", "各位＠所有人")]
    [InlineData("<@all> <at user_id=\"all\">x</at>", "＜＠all> ＜at user_id=\"all\">x＜/at>")]
    [InlineData("me@example.com", "me@example.com")]
    [InlineData("https://a.example/@x?y=<at", "https://a.example/@x?y=＜at")]
    [InlineData("under 5 kg & more", "under 5 kg & more")]
    public void Mentions_LoseTheirPower(string text, string expected)
    {
        var disarmed = Mentions.Disarm(Letter with { Subject = text, Text = text });

        Assert.Equal((expected, expected), (disarmed.Subject, disarmed.Text));
    }

    private static int Size(string text, ChatUnit unit) => unit is ChatUnit.Bytes ? Encoding.UTF8.GetByteCount(text) : text.Length;
}
