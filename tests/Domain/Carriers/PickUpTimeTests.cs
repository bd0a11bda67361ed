using ShipBy.Domain.Carriers;

namespace ShipBy.Domain.Tests.Carriers;

public class PickUpTimeTests
{
    [Theory]
    [InlineData("Mon-Fri 16:00", "Mon-Fri 16:00")]
    [InlineData("Sat 12:00, Mon-Wed 16:00 9:30", "Mon-Wed 09:30 16:00, Sat 12:00")]
    [InlineData("Sat-Mon 10:00", "Mon 10:00, Sat-Sun 10:00")]
    [InlineData("Пн–Пт 16:00; сб 12:00", "Mon-Fri 16:00, Sat 12:00")]
    [InlineData("周一-周五 16:00，周日 12:00", "Mon-Fri 16:00, Sun 12:00")]
    [InlineData("Mon 16:00, Mon 16:00", "Mon 16:00")]
    [InlineData("", "")]
    [InlineData("Mon", null)]
    [InlineData("Mon 25:00", null)]
    [InlineData("Mon 16:00, soon", null)]
    [InlineData("16:00", null)]
    [InlineData("Mon-Xyz 16:00", null)]
    public void AWeek_IsReadInEveryLanguage_AndWrittenShortly(string text, string? expected) =>
        Assert.Equal(expected, PickUpTime.Read(text) is { } week ? PickUpTime.Write(week, PickUpTime.EnglishDays) : null);
}
