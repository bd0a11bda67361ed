using NodaTime;
using NodaTime.Text;

namespace ShipBy.Pages.Wording;

/// <summary>How a language speaks of time.</summary>
public sealed class TimeWords(Texts texts)
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public string Day => texts.Say();

    public string Hour => texts.Say();

    public string Minute => texts.Say();

    public string Second => texts.Say();

    /// <value>What stands between a number and its unit. Chinese is written without spaces.</value>
    public string UnitGap => texts.Language == "zh-CN" ? "" : "\u00A0";

    /// <value>What stands between two numbers with their units.</value>
    public string PartGap => texts.Language == "zh-CN" ? "" : " ";

    public string NoDeadline => texts.Say();

    public string RungOverdue => texts.Say();

    /// <value>The one warning before the ladder.</value>
    public string RungEarly => texts.Say();

    /// <value>That the carrier does not come any more.</value>
    public string RungNoPickUp => texts.Say();

    public string Left(string time) => texts.Say("Left", ("time", time));

    public string Overdue(string time) => texts.Say("Overdue", ("time", time));

    public string Ago(string time) => texts.Say("Ago", ("time", time));

    /// <summary>A rung of the ladder, told by the time before the deadline.</summary>
    public string RungBefore(string time) => texts.Say("RungBefore", ("time", time));

    /// <summary>Day of the week and date.</summary>
    public string Date(LocalDate day) => texts.Say("Date", ("weekday", Weekday(day)), ("day", day.Day), ("month", Month(day)));

    /// <summary>Day of the week, date and minute on the shop's wall clock.</summary>
    public string Moment(LocalDateTime at) => texts.Say(
        "Moment",
        ("weekday", Weekday(at.Date)),
        ("day", at.Day),
        ("month", Month(at.Date)),
        ("time", Minutes.Format(at.TimeOfDay)));

    private string Weekday(LocalDate day) => texts.Say($"Moment.weekday.{(int)day.DayOfWeek}");

    private string Month(LocalDate day) => texts.Say($"Moment.month.{day.Month}");
}
