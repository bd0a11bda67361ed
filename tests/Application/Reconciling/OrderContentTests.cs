using System.Collections;
using System.Reflection;
using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Reconciling;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;
using ShipBy.Domain.Quality;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Reconciling;

/// <summary>An order and its waiting row are the same order in every part of it, or that is a drift.</summary>
public sealed class OrderContentTests
{
    public static TheoryData<string, bool> Others => new()
    {
        { "the same, read twice", true },
        { "another line", false },
        { "another part of a bundle", false },
        { "another warning", false },
        { "another note of an earlier deadline", false },
        { "another earlier deadline", false },
        { "one earlier deadline more", false },
        { "another journal", false },
        { "another carrier", false },
        { "another message", false },
        { "another time of a message", false },
        { "no message", false },
        { "another remark", false },
        { "another recipient", false },
        { "other packaging", false },
        { "another neighbour in the parcel", false },
        { "another step", false },
        { "another tick", false },
        { "no preparation", false },
        { "another parcel", false },
        { "another number", false },
        { "another mark", false },
        { "another cancelled part", false },
        { "another rest of a cancelled part", false },
        { "another state of the instruction", false },
        { "no instruction", false },
        { "another defect", false },
        { "another cause", false },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void TwoReadings_AreCompared_ListByList(string other, bool isSame)
    {
        var (order, read) = (Written("the same, read twice"), Written(other));
        var reading = new PoolReading([Of(new OrderRow(order))], [Of(new DueRow(order.LookAt!.Value, order.Key))], [Of(new WaitingRow(read))], [], [Of(new OrderRow(order))]);

        Assert.Equal(isSame, ReconcilePolicy.Decide(reading).Count == 0);
    }

    /// <summary>Whoever gives an order another list has to teach the comparison about it.</summary>
    [Fact]
    public void AnOrder_HasTheseListsAndNoOthers() => Assert.Equal(
        ["BundleContent.Parts", "CancelOrder.Parts", "EarlierDeadline.Warned", "LastTold.Prints", "Order.Defects", "Order.Earlier", "Order.Journal", "Order.Lines", "Order.Packaging", "Order.Remarks", "Order.Warned", "Parcel.Lines", "Preparation.Steps", "Preparation.Ticked", "ShipOrder.Beside", "ShipOrder.Goods", "ShipOrder.Parcels"],
        ListsIn(typeof(Order), []).Order(StringComparer.Ordinal));

    private static IEnumerable<string> ListsIn(Type type, HashSet<Type> seen) => !seen.Add(type) || type.Assembly != typeof(Order).Assembly
        ? []
        : type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property => property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable))
            ? [$"{type.Name}.{property.Name}", .. property.PropertyType.GetGenericArguments().SelectMany(inner => ListsIn(inner, seen))]
            : ListsIn(property.PropertyType, seen));

    /// <summary>Made anew on each call, as a store makes it.</summary>
    private static Order Written(string how)
    {
        var at = Sample.Noon - Duration.FromHours(1);
        EarlierDeadline[] earlier = [new EarlierDeadline(how == "another earlier deadline" ? Sample.Noon : at, [new RungNote(how == "another note of an earlier deadline" ? "6h" : "12h", RungFate.Named, at)])];
        return Sample.Order with
        {
            Lines = [Sample.TwoMugs with { Quantity = how == "another line" ? 3 : 2, Content = new BundleContent([new BundlePart(Sample.Mug, how == "another part of a bundle" ? 2 : 1)]) }],
            Warned = [new RungNote(how == "another warning" ? "12h" : "24h", RungFate.Named, at)],
            Earlier = how == "one earlier deadline more" ? [.. earlier, .. earlier] : earlier,
            Journal = [new JournalEntry(at, how == "another journal" ? JournalEvent.Waiting : JournalEvent.Taken, null)],
            Carrier = how == "another carrier" ? "DHL" : null,
            Remarks = [how == "another remark" ? PostingRemark.Note : PostingRemark.OddAddress],
            Packaging = [new PackagingUse(Sample.Mug, how == "other packaging" ? 2 : 1)],
            Recipient = new Recipient { City = how == "another recipient" ? "Perm" : "Kazan" },
            Preparation = how == "no preparation" ? null : new Preparation { Steps = [new StepNote(how == "another step" ? PreparationStep.Packed : PreparationStep.Picked, "Anna", at)], Ticked = [how == "another tick" ? "weigh" : "seal"] },
            Instruction = how == "no instruction" ? null : new Instruction
            {
                Kind = InstructionKind.Ship,
                Ship = new ShipOrder([new Parcel([new ParcelLine(Sample.Mug, how == "another parcel" ? 2 : 1)])], "YTO", how == "another number" ? "2" : "1") { Beside = [new ParcelLine(Sample.Mug, how == "another neighbour in the parcel" ? 2 : 1)], Goods = [new GoodsDatum(Sample.Mug, 1, GoodsDatumKind.Mark, how == "another mark" ? "b" : "a")] },
                Cancel = new CancelOrder(352, "broken") { Parts = [new CancelledUnits(Sample.Mug, how == "another cancelled part" ? 2 : 1, how == "another rest of a cancelled part" ? 2 : 1)] },
                AskedAt = at,
                AskedBy = "seller",
                State = how == "another state of the instruction" ? InstructionState.Told : InstructionState.Done,
            },
            Defects = [new Defect(how == "another defect" ? DefectKind.Lost : DefectKind.Damaged, at, "Anna")],
            Cause = new ConfirmedCause(how == "another cause" ? CauseKind.Buyer : CauseKind.Stock, "Anna", at),
            Told = how == "no message" ? null : new LastTold(how == "another time of a message" ? Sample.Noon : at, [how == "another message" ? "b" : "a"], null),
        };
    }

    private static Stored Of(LedgerRow row) => new(row, "1");
}
