using ShipBy.Application.Desk;

namespace ShipBy.Pages.Wording;

/// <summary>The texts of searching and filtering orders.</summary>
public sealed class FilterWords(Texts texts)
{
    public string ShipThese => texts.Say();

    public string Search => texts.Say();

    public string SearchHint => texts.Say();

    public string More => texts.Say();

    public string Shop => texts.Say();

    public string State => texts.Say();

    public string Due => texts.Say();

    public string Printed => texts.Say();

    public string Carrier => texts.Say();

    public string Noted => texts.Say();

    public string Asked => texts.Say();

    public string Product => texts.Say();

    public string Buyer => texts.Say();

    public string Number => texts.Say();

    public string Any => texts.Say();

    public string Yes => texts.Say();

    public string No => texts.Say();

    public string Apply => texts.Say();

    public string Clear => texts.Say();

    public string Nothing => texts.Say();

    public string Views => texts.Say();

    public string NotPrinted => texts.Say();

    public string SaveLabel => texts.Say();

    public string Save => texts.Say();

    public string DueName(DueSpan due) => texts.Say($"DueName.{due}");

    public string Found(int count) => texts.Count("Found", count);

    public string Forget(string name) => texts.Say("Forget", ("name", name));

    public string NotSaved(int most) => texts.Say("NotSaved", ("most", most));
}
