using ShipBy.Application.Batches;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Shipping.Numbers;

namespace ShipBy.Pages.Wording;

/// <summary>The texts of shipping many orders at one go.</summary>
public sealed class BatchWords(Texts texts)
{
    public string Title => texts.Say();

    public string Choose => texts.Say();

    public string ChooseHint => texts.Say();

    public string None => texts.Say();

    public string All => texts.Say();

    public string Carrier => texts.Say();

    public string FirstNumber => texts.Say();

    public string FirstNumberHint => texts.Say();

    public string RuleLabel => texts.Say();

    public string StepLabel => texts.Say();

    public string Up => texts.Say();

    public string Down => texts.Say();

    public string HandedOver => texts.Say();

    public string Preview => texts.Say();

    public string PlanTitle => texts.Say();

    public string PlanHint => texts.Say();

    public string Parcel => texts.Say();

    public string Orders => texts.Say();

    public string Number => texts.Say();

    public string Merged => texts.Say();

    public string LeftOut => texts.Say();

    public string Again => texts.Say();

    public string NotStarted => texts.Say();

    public string CarryOn => texts.Say();

    public string Labels => texts.Say();

    public string PickList => texts.Say();

    public string PickTitle => texts.Say();

    public string Product => texts.Say();

    public string Pieces => texts.Say();

    public string ForOrders => texts.Say();

    public string Print => texts.Say();

    public string Earlier => texts.Say();

    public string NoEarlier => texts.Say();

    public string StockLabel => texts.Say();

    public string FromStock => texts.Say();

    public string GiveBack => texts.Say();

    public string Unused(int numbers) => texts.Count("Unused", numbers);

    public string With(string carrier) => texts.Say("With", ("carrier", carrier));

    public string Proposal(string carrier, int orders) => texts.Count("Proposal", orders, ("carrier", carrier));

    public string InStock(int numbers) => texts.Count("InStock", numbers);

    public string Take(string carrier) => texts.Say("Take", ("carrier", carrier));

    public string ChooseOrder(string number) => texts.Say("ChooseOrder", ("number", number));

    public string Rule(NumberRule rule) => texts.Say($"Rule.{rule}");

    public string NumberOf(string number) => texts.Say("NumberOf", ("number", number));

    public string Apart(string number) => texts.Say("Apart", ("number", number));

    public string Reason(LeftOutReason reason) => texts.Say($"Reason.{reason}");

    /// <param name="number">Of the order where the numbers end.</param>
    public string Trouble(SeriesFlaw flaw, string number, string detail) => texts.Say($"Trouble.{flaw}", ("number", number), ("detail", detail));

    public string Start(int count) => texts.Count("Start", count);

    /// <param name="at">A moment.</param>
    public string ProgressTitle(string at) => texts.Say("ProgressTitle", ("at", at));

    public string StartedBy(string by) => texts.Say("StartedBy", ("by", by));

    public string Sum(int done, int all) => texts.Say("Sum", ("done", done), ("all", all));

    public string Unfinished(int count) => texts.Say("Unfinished", ("count", count));

    public string Progress(BatchProgress progress) => texts.Say($"Progress.{progress}");

    public string NoLabels => texts.Say();

    /// <param name="count">Labels that are missing.</param>
    public string SomeLabels(int count) => texts.Count("SomeLabels", count);

    public string LabelsWithoutThem => texts.Say();

    public string LabelFlaw(LabelFlaw flaw) => texts.Say($"LabelFlaw.{flaw}");

    public string NotedAsPrinted => texts.Say();

    public string NoneOfThem => texts.Say();

    /// <param name="more">Orders that are not on the page.</param>
    /// <param name="shown">Those that are.</param>
    public string MoreToChoose(int more, int shown) => texts.Say("MoreToChoose", ("more", more), ("shown", shown));
}
