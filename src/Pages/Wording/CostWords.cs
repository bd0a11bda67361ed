using ShipBy.Domain.Costs;

namespace ShipBy.Pages.Wording;

/// <summary>How a language speaks of what a missed deadline costs, in the marketplace's own terms.</summary>
public sealed class CostWords(Texts texts)
{
    /// <value>Stands for a charge that nobody gives a figure of, between two steps that are known.</value>
    public string Rising => texts.Say();

    /// <value>Whose count an error index is.</value>
    public string OwnCount => texts.Say();

    /// <param name="most">What it may come to in the end; null where that is reached.</param>
    public string Surcharge(string charge, string? most) => most is null
        ? texts.Say("Surcharge", ("charge", charge))
        : texts.Say("Surcharge.most", ("charge", charge), ("most", most));

    public string Amount(string money, string percent) => texts.Say("Amount", ("money", money), ("percent", percent));

    /// <value>A charge without an amount: the order's value is not known.</value>
    public string Share(string percent) => texts.Say("Share", ("percent", percent));

    /// <summary>A charge whose figure is not sure.</summary>
    public string About(string charge) => texts.Say("About", ("charge", charge));

    /// <param name="percent">The index with one more late order in it.</param>
    /// <param name="isWorse">Whether the band is a worse one than the shop is in.</param>
    public string Index(string percent, string band, bool isWorse) => texts.Say(isWorse ? "Index.worse" : "Index", ("percent", percent), ("band", band));

    /// <summary>What each order costs that goes wrong while the shop is in a band.</summary>
    public string PerOrder(string band, string charge) => texts.Say("PerOrder", ("band", band), ("charge", charge));

    /// <summary>A band in the language's word; a name that has no text is shown as the table has it.</summary>
    public string Band(string name) => texts.Find($"Band.{name}") ?? name;

    /// <param name="isWhole">Whether every value is known.</param>
    public string Total(string money, bool isWhole) => texts.Say(isWhole ? "Total" : "Total.atLeast", ("money", money));

    public string Source(string source, string date, CostConfidence confidence) => texts.Say("Source", ("source", source), ("date", date), ("confidence", Confidence(confidence)));

    public string Sources(string list) => texts.Say("Sources", ("list", list));

    public string Confidence(CostConfidence confidence) => texts.Say($"Confidence.{confidence}");
}
