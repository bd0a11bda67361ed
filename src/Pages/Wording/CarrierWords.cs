using ShipBy.Application.Carriers;
using ShipBy.Domain.Carriers;

namespace ShipBy.Pages.Wording;

/// <summary>The texts of the seller's table of carriers, and of what it proposes.</summary>
public sealed class CarrierWords(Texts texts)
{
    public string Title => texts.Say();

    public string Hint => texts.Say();

    public string None => texts.Say();

    public string ImportHint => texts.Say();

    public string Add => texts.Say();

    public string Edit => texts.Say();

    public string NumberStock => texts.Say();

    public string Bill => texts.Say();

    public string Save => texts.Say();

    public string Remove => texts.Say();

    public string Download => texts.Say();

    public string Everywhere => texts.Say();

    public string NoRecord => texts.Say();

    public string WeightGuessed => texts.Say();

    /// <value>Before what is proposed.</value>
    public string Proposal => texts.Say();

    /// <value>From Monday, as they are written before pick-up times.</value>
    public IReadOnlyList<string> Days => texts.Say().Split(' ');

    public string Field(TariffField field) => texts.Say($"Field.{field}");

    /// <summary>How a field is written.</summary>
    public string How(TariffField field) => texts.Say($"How.{field}");

    public string Correct(string fields) => texts.Say("Correct", ("fields", fields));

    public string Outcome(TableChange change) => texts.Say($"Outcome.{change}");

    /// <param name="carrier">Its name; empty where none is proposed.</param>
    /// <param name="detail">A date or a weight, where the reason has one.</param>
    public string Reason(CarrierReason reason, string carrier, string detail) => texts.Say($"Reason.{reason}", ("carrier", carrier), ("detail", detail));

    public string Record(int inTime, int all) => texts.Count("Record", all, ("inTime", inTime));

    public string With(string carrier, string terms) => texts.Say("With", ("carrier", carrier), ("terms", terms));

    public string UpTo(string weight) => texts.Say("UpTo", ("weight", weight));

    /// <param name="number">Of grams.</param>
    public string Grams(string number) => texts.Say("Grams", ("number", number));

    public string OnTheWay(int days) => texts.Count("OnTheWay", days);

    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public string Shut(bool isNow, string from, string to) => texts.Say(isNow ? "Shut.now" : "Shut.ahead", ("from", from), ("to", to));
}
