using NodaTime;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;
using ShipBy.Domain.Quality;
using ShipBy.Domain.Shipping;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Quality;

/// <summary>An order of noon that had until noon of the next day, with one thing in its journal after the other.</summary>
public class CausePolicyTests
{
    private static readonly Instant Noon = Sample.Noon;

    private static readonly Instant Limit = Noon + Duration.FromHours(24);

    private static readonly Order Taken = Sample.Order with { OrderedAt = Noon, TakenAt = Noon + Duration.FromMinutes(1), ShipBy = Limit, ShipByRule = null, Journal = [Entry(0, JournalEvent.Taken)] };

    public static TheoryData<string, Order, CauseReason?> Late => new()
    {
        { "in time", Shipped(23), null },
        { "at the limit", Shipped(24), null },
        { "open, before the limit", Taken with { State = OrderState.Held, LookAt = null, ShipBy = Limit + Duration.FromHours(10) }, null },
        { "short all the time", Shipped(30, Entry(1, JournalEvent.OutOfStock), Entry(25, JournalEvent.Held)), CauseReason.OutOfStock },
        { "still short", Taken with { State = OrderState.OutOfStock, Journal = [.. Taken.Journal, Entry(1, JournalEvent.OutOfStock)] }, CauseReason.OutOfStock },
        { "goods came with a quarter left", Shipped(30, Entry(1, JournalEvent.OutOfStock), Entry(18, JournalEvent.Held), Entry(18, JournalEvent.Warned)) with { OutOfStockAt = Hour(1) }, CauseReason.NobodyActed },
        { "goods came with less", Shipped(30, Entry(1, JournalEvent.OutOfStock), Entry(19, JournalEvent.Held), Entry(19, JournalEvent.Warned)) with { OutOfStockAt = Hour(1) }, CauseReason.RestockedLate },
        { "packed in time at the marketplace", Shipped(30, Entry(1, JournalEvent.Held), Entry(23, JournalEvent.Packed)), CauseReason.TakenAwayLate },
        { "told in time", Shipped(30, Entry(1, JournalEvent.Held), Entry(20, JournalEvent.InstructionDone, "Ship")), CauseReason.TakenAwayLate },
        { "a cancellation is no packing", Shipped(30, Entry(1, JournalEvent.Held), Entry(5, JournalEvent.Warned), Entry(20, JournalEvent.InstructionDone, "CancelPart")), CauseReason.NobodyActed },
        { "packed at the table in time", Shipped(30, Entry(1, JournalEvent.Held)) with { Preparation = Preparation.None with { Steps = [new StepNote(PreparationStep.Packed, "Anna", Hour(22))] } }, CauseReason.TakenAwayLate },
        { "packed too late", Shipped(30, Entry(1, JournalEvent.Held), Entry(18, JournalEvent.Warned), Entry(25, JournalEvent.Packed)), CauseReason.NobodyActed },
        { "seen when little was left", Shipped(30, Entry(20, JournalEvent.Held), Entry(20, JournalEvent.Warned)) with { TakenAt = Hour(20) }, CauseReason.SeenLate },
        { "seen with enough left", Shipped(30, Entry(17, JournalEvent.Held), Entry(18, JournalEvent.Warned)) with { TakenAt = Hour(17) }, CauseReason.NobodyActed },
        { "seen when it was over", Shipped(30) with { TakenAt = Hour(31) }, CauseReason.Unclear },
        { "lay aside", Shipped(30, Entry(1, JournalEvent.SetAside), Entry(26, JournalEvent.Held)), CauseReason.LaidAside },
        { "lay aside for a while", Shipped(30, Entry(1, JournalEvent.SetAside), Entry(5, JournalEvent.Held), Entry(18, JournalEvent.Warned)), CauseReason.NobodyActed },
        { "refused in time", Shipped(30, Entry(1, JournalEvent.Held), Entry(20, JournalEvent.InstructionRefused, "no")), CauseReason.MarketplaceRefused },
        { "refused for want of data", Shipped(30, Entry(1, JournalEvent.Held), Entry(20, JournalEvent.InstructionRefused, "no")) with { Remarks = [PostingRemark.MarkMissing] }, CauseReason.DataMissing },
        { "data missing", Shipped(30, Entry(1, JournalEvent.Held), Entry(18, JournalEvent.Warned)) with { Remarks = [PostingRemark.CountryMissing] }, CauseReason.DataMissing },
        { "due in three hours", Shipped(30, Entry(22, JournalEvent.Held), Entry(22, JournalEvent.Warned)) with { OrderedAt = Hour(21), TakenAt = Hour(21) }, CauseReason.ShortNotice },
        { "moved at the end", Shipped(30, Entry(1, JournalEvent.Held), Entry(18, JournalEvent.Warned), Entry(21, JournalEvent.DeadlineMoved)), CauseReason.ShortNotice },
        { "moved in time", Shipped(30, Entry(1, JournalEvent.Held), Entry(18, JournalEvent.Warned), Entry(19, JournalEvent.DeadlineMoved)), CauseReason.NobodyActed },
        { "no warning", Shipped(30, Entry(1, JournalEvent.Held), Entry(24, JournalEvent.Warned)), CauseReason.NotWarned },
        { "nobody", Shipped(30, Entry(1, JournalEvent.Held), Entry(18, JournalEvent.Warned), Entry(25, JournalEvent.Acknowledged)), CauseReason.NobodyActed },
        { "somebody, and not done", Shipped(30, Entry(1, JournalEvent.Held), Entry(18, JournalEvent.Warned), Entry(20, JournalEvent.Acknowledged)), CauseReason.NotDoneInTime },
    };

    public static TheoryData<string, Order, CauseReason?> Cancelled => new()
    {
        { "split", Cancel("split") with { Status = PostingStatus.Split }, null },
        { "never paid", Cancel("closed before payment"), null },
        { "the buyer", Cancel("Покупатель отменил заказ"), CauseReason.ChangedMind },
        { "the buyer, of the delivery's time", Cancel("Покупатель: долгая доставка"), CauseReason.ChangedMind },
        { "the buyer, while short", Cancel("client", Entry(1, JournalEvent.OutOfStock)), CauseReason.ChangedMind },
        { "not fetched", Cancel("Покупатель не забрал"), CauseReason.NotReachable },
        { "sold out", Cancel("Товар закончился на складе продавца"), CauseReason.OutOfStock },
        { "sold out, a shop's word", Cancel("inventory"), CauseReason.OutOfStock },
        { "缺货", Cancel("缺货"), CauseReason.OutOfStock },
        { "the marketplace, while short", Cancel("ozon", Entry(1, JournalEvent.OutOfStock)), CauseReason.OutOfStock },
        { "the seller, held", Cancel("seller", Entry(1, JournalEvent.Held)), CauseReason.CancelledBySeller },
        { "by what was told", Cancel(null, Entry(1, JournalEvent.Held)) with { Instruction = new Instruction { Kind = InstructionKind.Cancel, AskedAt = Noon, AskedBy = "Anna", State = InstructionState.Done } }, CauseReason.CancelledBySeller },
        { "broken goods", Cancel("Брак товара", Entry(1, JournalEvent.Held)), CauseReason.FaultyGoods },
        { "the carrier", Cancel("Возврат из службы доставки"), CauseReason.LostByCarrier },
        { "data missing", Cancel("ozon", Entry(1, JournalEvent.Held)) with { Remarks = [PostingRemark.MarkMissing] }, CauseReason.DataMissing },
        { "laid aside", Cancel("ozon", Entry(1, JournalEvent.SetAside)), CauseReason.LaidAside },
        { "nobody knows", Cancel(null, Entry(1, JournalEvent.Held)), CauseReason.Unclear },
        { "given up, at the limit", Cancel("ozon", Entry(1, JournalEvent.Held), Entry(18, JournalEvent.Warned)) with { CancelledAt = Limit }, CauseReason.Unclear },
        { "given up after the limit", Cancel("ozon", Entry(1, JournalEvent.Held), Entry(18, JournalEvent.Warned)) with { CancelledAt = Hour(26) }, CauseReason.NobodyActed },
        { "the buyer gave up after the limit", Cancel("client", Entry(1, JournalEvent.OutOfStock), Entry(25, JournalEvent.Held)) with { CancelledAt = Hour(26) }, CauseReason.OutOfStock },
        { "lost on its way", Shipped(20) with { CancelledAt = Hour(90), CancelReason = "delivery" }, CauseReason.LostByCarrier },
        { "refused at the door", Shipped(20) with { CancelledAt = Hour(90), CancelReason = "client" }, CauseReason.ChangedMind },
        { "came broken", Shipped(20) with { CancelledAt = Hour(90), CancelReason = "товар повреждён" }, CauseReason.FaultyGoods },
    };

    [Theory]
    [MemberData(nameof(Late))]
    [MemberData(nameof(Cancelled))]
    public void ACause_FollowsFromTheJournal(string story, Order order, CauseReason? expected)
    {
        Assert.Equal((story, expected), (story, CausePolicy.Propose(order, Hour(32))?.Reason));
        Assert.Equal(expected is not null, CausePolicy.Needs(order, Hour(32)));
    }

    [Fact]
    public void EveryReason_HasItsKind() => Assert.Equal(Enum.GetValues<CauseKind>(), Enum.GetValues<CauseReason>().Select(reason => reason.KindOf()).Distinct().Order());

    private static Order Shipped(int hour, params JournalEntry[] entries) =>
        Taken with { State = OrderState.Shipped, ShippedAt = Hour(hour), Journal = [.. Taken.Journal, .. entries, Entry(hour, JournalEvent.Shipped)] };

    private static Order Cancel(string? reason, params JournalEntry[] entries) =>
        Taken with { State = OrderState.Cancelled, CancelledAt = Hour(10), CancelReason = reason, Journal = [.. Taken.Journal, .. entries, Entry(10, JournalEvent.Cancelled)] };

    private static Instant Hour(double hour) => Noon + Duration.FromHours(hour);

    private static JournalEntry Entry(double hour, JournalEvent what, string? detail = null) => new(Hour(hour), what, detail);
}
