using NodaTime;
using ShipBy.Domain.Holidays;

namespace ShipBy.Pages.Wording;

/// <summary>The texts of the closed periods: for the seller, and those for buyers.</summary>
public sealed class HolidayWords(Texts texts)
{
    public string Title => texts.Say();

    public string Hint => texts.Say();

    public string None => texts.Say();

    public string Periods => texts.Say();

    public string By => texts.Say();

    public string Reckon => texts.Say();

    public string NoTable => texts.Say();

    public string Carrier => texts.Say();

    public string LastArriving => texts.Say();

    public string LastBefore => texts.Say();

    public string FirstAfter => texts.Say();

    public string TextsTitle => texts.Say();

    public string TextsHint => texts.Say();

    public string Language => texts.Say();

    public string Save => texts.Say();

    public string Propose => texts.Say();

    public string Handling => texts.Say();

    public string HandlingHint => texts.Say();

    public string HandlingCare => texts.Say();

    public string Usual => texts.Say();

    public string Download => texts.Say();

    public string Gone => texts.Say();

    /// <summary>A date as buyers are told it, in full.</summary>
    public string Date(LocalDate day) => texts.Say("Date", ("day", day.Day), ("month", texts.Say($"Date.month.{day.Month}")));

    public string Name(Holiday holiday) => texts.Say($"Name.{holiday}");

    /// <summary>What a period is called where only carriers pause.</summary>
    public string Pause(string carriers) => texts.Say("Pause", ("carriers", carriers));

    public string Span(string from, string to) => texts.Say("Span", ("from", from), ("to", to));

    /// <param name="last">The last day on which parcels leave.</param>
    /// <param name="again">The first day after it.</param>
    public string Sum(string last, string again) => texts.Say("Sum", ("last", last), ("again", again));

    public string Paused(string carriers) => texts.Say("Paused", ("carriers", carriers));

    public string Fit(LastShipFit fit, string day) => texts.Say($"Fit.{fit}", ("day", day));

    public string At(string day, string time) => texts.Say("At", ("day", day), ("time", time));

    public string Part(HolidayPart part) => texts.Say($"Part.{part}");

    /// <summary>A text for buyers.</summary>
    /// <param name="name">Of the holiday.</param>
    /// <param name="by">When parcels shall be there.</param>
    /// <param name="latest">The latest of the last days on which a parcel may leave to be there by then.</param>
    public string Write(HolidayPart part, string name, string last, string again, string by, string latest) =>
        texts.Say($"Write.{part}", ("name", name), ("last", last), ("again", again), ("by", by), ("latest", latest));

    /// <summary>A text for buyers where no carrier makes it by the date, or nobody knows how long they take.</summary>
    public string WriteLate(string again, string by) => texts.Say("WriteLate", ("again", again), ("by", by));

    /// <summary>Before the days by region.</summary>
    public string ToArrive(string by) => texts.Say("ToArrive", ("by", by));

    public string Region(string where, string day) => texts.Say("Region", ("where", where), ("day", day));
}
