using ShipBy.Domain.Quality;

namespace ShipBy.Pages.Wording;

/// <summary>The texts of why orders were late or cancelled.</summary>
public sealed class WhyWords(Texts texts)
{
    public string Title => texts.Say();

    public string Hint => texts.Say();

    public string Shop => texts.Say();

    public string AllShops => texts.Say();

    public string Days => texts.Say();

    public string Show => texts.Say();

    public string Nothing => texts.Say();

    public string Busy => texts.Say();

    public string Causes => texts.Say();

    public string Cause => texts.Say();

    public string Confirmed => texts.Say();

    public string Proposed => texts.Say();

    public string Share => texts.Say();

    public string Patterns => texts.Say();

    public string NoPatterns => texts.Say();

    public string OrderList => texts.Say();

    public string Probably => texts.Say();

    public string ThatIsIt => texts.Say();

    public string Otherwise => texts.Say();

    public string Choose => texts.Say();

    public string Say => texts.Say();

    public string LastDays(int days) => texts.Count("LastDays", days);

    public string Kind(CauseKind kind) => texts.Say($"Kind.{kind}");

    public string Reason(CauseReason reason) => texts.Say($"Reason.{reason}");

    /// <param name="at">When the journal shows it.</param>
    public string Since(string at) => texts.Say("Since", ("at", at));

    public string Word(string word) => texts.Say("Word", ("word", word));

    public string By(PatternBy by) => texts.Say($"By.{by}");

    public string Weekday(string number) => texts.Say($"Weekday.{number}");

    public string HourOf(string from, string to) => texts.Say("HourOf", ("from", from), ("to", to));

    public string OfAll(int orders, int of) => texts.Say("OfAll", ("orders", orders), ("of", of));

    public string Rule(int least, int times) => texts.Say("Rule", ("least", least), ("times", times));

    public string ConfirmedBy(string by, string at) => texts.Say("ConfirmedBy", ("by", by), ("at", at));

    public string OrderedAt(string at) => texts.Say("OrderedAt", ("at", at));

    public string CancelledBy(Canceller by) => texts.Say($"CancelledBy.{by}");

    public string ShippedLate(string time) => texts.Say("ShippedLate", ("time", time));

    public string OpenLate(string time) => texts.Say("OpenLate", ("time", time));

    public string GivenUpLate(string time) => texts.Say("GivenUpLate", ("time", time));

    public string CancelledAfter => texts.Say();

    public string BarText(int confirmed, int proposed) => texts.Say("BarText", ("confirmed", confirmed), ("proposed", proposed));

    /// <param name="shown">How many are listed.</param>
    public string Newest(int shown, int all) => texts.Say("Newest", ("shown", shown), ("all", all));

    public string Better => texts.Say();

    public string BetterHint(int least, int most, int lag) => texts.Say("BetterHint", ("least", least), ("most", most), ("lag", lag));

    public string OwnedBy(string owner) => texts.Say("OwnedBy", ("owner", owner));

    public string FromDay(string day) => texts.Say("FromDay", ("day", day));

    public string UntilDay(string day) => texts.Say("UntilDay", ("day", day));

    public string AnyCause => texts.Say();

    public string TooEarly => texts.Say();

    public string BeforeIt(int days) => texts.Count("BeforeIt", days);

    public string SinceIt(int days) => texts.Count("SinceIt", days);

    /// <summary>How many orders stand behind two shares.</summary>
    public string Behind(int hitsBefore, int before, int hitsAfter, int after) =>
        texts.Say("Behind", ("hitsBefore", hitsBefore), ("before", before), ("hitsAfter", hitsAfter), ("after", after));

    public string CloseIt => texts.Say();

    public string ForgetIt => texts.Say();

    public string AddOne => texts.Say();

    public string Measure => texts.Say();

    public string Owner => texts.Say();

    public string StartsOn => texts.Say();

    public string Against => texts.Say();

    public string Unreadable => texts.Say();

    public string TooMany(int most) => texts.Say("TooMany", ("most", most));
}
