using ShipBy.Domain.Bills;

namespace ShipBy.Pages.Wording;

/// <summary>The texts of comparing a carrier's bill.</summary>
public sealed class BillWords(Texts texts)
{
    public string Title => texts.Say();

    public string Hint => texts.Say();

    public string Rows => texts.Say();

    public string RowsHint => texts.Say();

    public string From => texts.Say();

    public string To => texts.Say();

    public string Currency => texts.Say();

    public string Compare => texts.Say();

    public string Agrees => texts.Say();

    public string Cut => texts.Say();

    public string SetAside => texts.Say();

    public string Number => texts.Say();

    public string Orders => texts.Say();

    public string Finding => texts.Say();

    public string Above => texts.Say();

    public string Sum(int rows, string billed, string above) => texts.Say("Sum", ("rows", rows), ("billed", billed), ("above", above));

    /// <param name="table">What the table has, where it is held against that.</param>
    /// <param name="grams">As billed.</param>
    /// <param name="most">What the table takes.</param>
    public string Flaw(BillFlaw flaw, string table, string grams, string most) => texts.Say($"Flaw.{flaw}", ("table", table), ("grams", grams), ("most", most));
}
