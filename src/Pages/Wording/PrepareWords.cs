using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;
using ShipBy.Domain.Shipping;

namespace ShipBy.Pages.Wording;

/// <summary>The texts of one order's page: what is checked, what is done at the packing table, what its marketplace is told.</summary>
public sealed class PrepareWords(Texts texts)
{
    public string Goods => texts.Say();

    public string Pieces => texts.Say();

    public string Price => texts.Say();

    public string Recipient => texts.Say();

    public string NoRecipient => texts.Say();

    public string Show => texts.Say();

    public string Wish => texts.Say();

    public string Checks => texts.Say();

    public string LabelField => texts.Say();

    public string Compare => texts.Say();

    public string Steps => texts.Say();

    public string TakeBack => texts.Say();

    public string Checklist => texts.Say();

    public string ChecklistHint => texts.Say();

    public string SaveTicks => texts.Say();

    public string Note => texts.Say();

    public string NoteHint => texts.Say();

    public string SaveNote => texts.Say();

    public string Ship => texts.Say();

    public string ShipHint => texts.Say();

    public string ShipCarrier => texts.Say();

    public string ShipNumber => texts.Say();

    public string HandedOverToo => texts.Say();

    public string Anyway => texts.Say();

    public string NotTold => texts.Say();

    public string Noted => texts.Say();

    public string Saved => texts.Say();

    public string Gone => texts.Say();

    public string SameRecipient => texts.Say();

    public string Journal => texts.Say();

    /// <value>What is looked at in shops that have no list of their own.</value>
    public IReadOnlyList<string> Standard => [texts.Say("Standard.1"), texts.Say("Standard.2"), texts.Say("Standard.3"), texts.Say("Standard.4")];

    /// <param name="detail">What belongs to the verdict; empty where nothing does.</param>
    public string Check(CheckName name, CheckVerdict verdict, string detail) => $"Check.{name}.{verdict}" is var key && detail.Length > 0 && texts.Find($"{key}.detail") is not null
        ? texts.Say($"{key}.detail", ("detail", detail))
        : texts.Find(key) is null ? Verdict(verdict) : texts.Say(key, ("detail", detail));

    public string Verdict(CheckVerdict verdict) => texts.Say($"Verdict.{verdict}");

    public string Step(PreparationStep step) => texts.Say($"Step.{step}");

    /// <param name="at">A moment.</param>
    public string DoneBy(string by, string at) => texts.Say("DoneBy", ("by", by), ("at", at));

    public string ChecklistEdit(string shop) => texts.Say("ChecklistEdit", ("shop", shop));

    public string NotNoted(AskFlaw flaw) => texts.Say($"NotNoted.{flaw}");

    /// <param name="at">A moment.</param>
    public string PrintedAt(string at) => texts.Say("PrintedAt", ("at", at));

    public string Progress(int done, int all) => texts.Say("Progress", ("done", done), ("all", all));

    public string Event(JournalEvent what) => texts.Say($"Event.{what}");

    public string GoodsWanted => texts.Say();

    public string GoodsKind(GoodsDatumKind kind) => texts.Say($"GoodsKind.{kind}");

    /// <param name="product">Its name.</param>
    /// <param name="kind">In the seller's words.</param>
    public string GoodsFlaw(GoodsDatumFlaw flaw, string product, string kind) => texts.Say($"GoodsFlaw.{flaw}", ("product", product), ("kind", kind));

    public string GoodsTwice(string product, string kind) => texts.Say("GoodsTwice", ("product", product), ("kind", kind));

    public string TooManyPieces(string product, string kind, int pieces) => texts.Say("TooManyPieces", ("product", product), ("kind", kind), ("pieces", pieces));

    public string TooMuchOfGoods(int most) => texts.Say("TooMuchOfGoods", ("most", most));

    public string OnePerLine(int pieces) => texts.Say("OnePerLine", ("pieces", pieces));

    /// <param name="word">That says that there is none.</param>
    public string OrAbsent(string word) => texts.Say("OrAbsent", ("word", word));

    public string Open(string number) => texts.Say("Open", ("number", number));
}
