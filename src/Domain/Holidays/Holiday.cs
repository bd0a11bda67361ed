namespace ShipBy.Domain.Holidays;

/// <summary>A holiday that we can name in every language.</summary>
public enum Holiday
{
    /// <summary>One that only the calendar has a name for.</summary>
    Other,
    NewYear,
    NewYearAndChristmas,
    SpringFestival,
    DefendersDay,
    WomensDay,
    Qingming,
    LabourDay,
    VictoryDay,
    DragonBoat,
    RussiaDay,
    MidAutumn,
    NationalDay,
    UnityDay,
}

public static class HolidayName
{
    /// <summary>What a calendar calls a day, without what it says about it: <c>New Year and Christmas (01-03 moved to 01-09)</c>, <c>Qingming: eve</c>.</summary>
    public static string Bare(string written) => written.Split(':', '(', '（', '：')[0].Trim();

    /// <param name="name">As the calendars that come with the program write it, in any case.</param>
    public static Holiday KindOf(string name) => string.Concat(Bare(name).Where(char.IsLetter)) is { Length: > 0 } letters && Enum.TryParse<Holiday>(letters, ignoreCase: true, out var kind) ? kind : Holiday.Other;
}
