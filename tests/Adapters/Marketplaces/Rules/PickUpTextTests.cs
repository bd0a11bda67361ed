using NodaTime;
using ShipBy.Adapters.Marketplaces.Rules;

namespace ShipBy.Adapters.Tests.Marketplaces.Rules;

public sealed class PickUpTextTests
{
    [Theory]
    [InlineData("Mon-Fri 16:00,Sat 12:00", "1 16:00; 2 16:00; 3 16:00; 4 16:00; 5 16:00; 6 12:00")]
    [InlineData(" mon 9:30 , MON 16:00 ", "1 09:30 16:00")]
    [InlineData("Tue 16:00 12:00 16:00", "2 12:00 16:00")]                                     // in their order, each once
    [InlineData("Sat-Mon 10:00", "1 10:00; 6 10:00; 7 10:00")]                                 // over the week's end
    [InlineData("Wed-Wed 10:00", "3 10:00")]
    [InlineData("Mon-Sun 10:00", "1 10:00; 2 10:00; 3 10:00; 4 10:00; 5 10:00; 6 10:00; 7 10:00")]
    public void Parse_ReadsAWeek(string text, string expected) => Assert.Equal(expected, string.Join("; ", PickUpText.Parse(text).OrderBy(day => day.Key)
        .Select(day => $"{(int)day.Key} {string.Join(' ', day.Value.Select(Clock))}")));

    [Theory]
    [InlineData("Mon-Fri", "'Mon-Fri'")]
    [InlineData("16:00", "'16:00'")]
    [InlineData("Mon 16", "'Mon 16'")]
    [InlineData("Mon 24:00", "'Mon 24:00'")]
    [InlineData("Mon 16:00 soon", "'Mon 16:00 soon'")]
    [InlineData("Monday 16:00", "'Monday 16:00'")]
    [InlineData("Mon-Fri-Sat 16:00", "'Mon-Fri-Sat 16:00'")]
    [InlineData("Mon 16:00,,Tue 16:00", "''")]
    public void Parse_NamesThePart_ThatIsWrong(string text, string part) =>
        Assert.StartsWith($"{part} is not a pick-up", Assert.Throws<FormatException>(() => PickUpText.Parse(text)).Message, StringComparison.Ordinal);

    private static string Clock(LocalTime time) => FormattableString.Invariant($"{time:HH:mm}");
}
