using ShipBy.Domain.Shipping.Numbers;

namespace ShipBy.Pages.Wording;

/// <summary>The texts of the number stock.</summary>
public sealed class WaybillWords(Texts texts)
{
    public string Title => texts.Say();

    public string Hint => texts.Say();

    public string None => texts.Say();

    public string Low => texts.Say();

    public string Line => texts.Say();

    public string SetLine => texts.Say();

    public string Withdraw => texts.Say();

    public string AddRun => texts.Say();

    public string AddList => texts.Say();

    public string Carrier => texts.Say();

    public string First => texts.Say();

    public string Count => texts.Say();

    public string List => texts.Say();

    public string ListHint => texts.Say();

    public string Add => texts.Say();

    public string OthersAtWork => texts.Say();

    public string Spent => texts.Say();

    public string Left(int numbers) => texts.Count("Left", numbers);

    public string Lot(int left, int all) => texts.Say("Lot", ("left", left), ("all", all));

    public string Next(string number) => texts.Say("Next", ("number", number));

    public string AddedBy(string at, string by) => texts.Say("AddedBy", ("at", at), ("by", by));

    public string Added(int added, int known) => texts.Say("Added", ("added", added), ("known", known));

    /// <param name="detail">The number that is wrong, or as it should be.</param>
    public string Flaw(SeriesFlaw flaw, string detail) => texts.Say($"Flaw.{flaw}", ("detail", detail));
}
