using NodaTime;
using ShipBy.Application.Doctor;
using ShipBy.Pages.Checkup;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Checkup;

public sealed class FindingTextTests
{
    public static MatrixTheoryData<Fact, string> FactsAndLanguages => new(Enum.GetValues<Fact>(), Texts.Languages);

    [Theory]
    [MemberData(nameof(FactsAndLanguages))]
    public void WhateverIsNotRight_SaysWhatToDo(Fact fact, string language)
    {
        var text = FindingText.Of(new Finding(Area.Shops, fact, "tea"), Words.In(language), Clock(language));

        Assert.True(fact.Health() is Health.Sound || text.Remedy?.Length > 10, $"{fact} has no remedy.");
        Assert.Equal(fact.Health(), text.Health);
    }

    [Fact]
    public void WhatSomebodyOutsideSaid_IsOneLine_AndNotEndless()
    {
        var text = FindingText.Of(new Finding(Area.Test, Fact.TestRefused) { Detail = "no\r\n" + new string('x', 1_000) }, Words.In("en"), Clock("en"));

        Assert.StartsWith("The channel refused. no xxx", text.Found, StringComparison.Ordinal);
        Assert.InRange(text.Found.Length, 400, 430);
    }

    [Fact]
    public void TimesAndMoments_AreTold_AsThePageTellsThem() => Assert.Equal(
        "Next run Fri 27 Nov, 12:01; at most 1 min between runs.",
        FindingText.Of(new Finding(Area.Schedules, Fact.ScheduleSound) { At = Sample.Now + Duration.FromMinutes(1), Time = Duration.FromMinutes(1) }, Words.In("en"), Clock("en")).Found.Replace('\u00A0', ' '));

    private static ShopClock Clock(string language) => new(ShopClock.ZoneOf("Europe/Moscow"), Words.In(language).Time, Sample.Now);
}
