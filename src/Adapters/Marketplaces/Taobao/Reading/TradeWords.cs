using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Marketplaces.Taobao.Reading;

/// <summary>What the platform's status words mean for a seller who guards a deadline.</summary>
internal static class TradeWords
{
    public const string WaitBuyerPay = "WAIT_BUYER_PAY";
    public const string PayPending = "PAY_PENDING";
    public const string PaidForbidConsign = "PAID_FORBID_CONSIGN";
    public const string WaitSellerSend = "WAIT_SELLER_SEND_GOODS";
    public const string PartlySent = "SELLER_CONSIGNED_PART";
    public const string Sent = "WAIT_BUYER_CONFIRM_GOODS";
    public const string Closed = "TRADE_CLOSED";
    public const string ClosedUnpaid = "TRADE_CLOSED_BY_TAOBAO";

    public const string DepositPaid = "FRONT_PAID_FINAL_NOPAID";
    public const string AllPaid = "FRONT_PAID_FINAL_PAID";
    private const string NothingPaid = "FRONT_NOPAID_FINAL_NOPAID";
    private const string Forfeited = "FRONT_PAID_FRONT_FORFEITED";

    /// <value>States in which a line's refund is asked for and nobody has decided.</value>
    private static readonly HashSet<string> OpenRefunds = new(StringComparer.OrdinalIgnoreCase) { "WAIT_SELLER_AGREE", "WAIT_BUYER_RETURN_GOODS", "WAIT_SELLER_CONFIRM_GOODS" };

    /// <param name="Status">What it is to ShipBy; null for a trade that is none yet.</param>
    /// <param name="IsPaid">Whether the limit for shipping runs.</param>
    internal readonly record struct Meaning(PostingStatus? Status, bool IsPaid);

    /// <param name="step">Of a presale: how far its two payments are. It decides while the goods are still here, because an unpaid balance looks like an unpaid trade.</param>
    /// <param name="holdUnpaid">Whether an unpaid trade is an order already.</param>
    public static Meaning MeaningOf(string? word, string? step, bool holdUnpaid)
    {
        var unpaid = new Meaning(holdUnpaid ? PostingStatus.AwaitingConfirmation : null, IsPaid: false);
        return (word?.ToUpperInvariant(), step?.ToUpperInvariant()) switch
        {
            (Closed, _) => new(PostingStatus.Cancelled, IsPaid: true),
            (ClosedUnpaid, _) => new(PostingStatus.Cancelled, IsPaid: false),
            (Sent, _) => new(PostingStatus.HandedOver, IsPaid: true),
            ("TRADE_BUYER_SIGNED" or "TRADE_FINISHED", _) => new(PostingStatus.Delivered, IsPaid: true),
            (_, Forfeited) => new(PostingStatus.Cancelled, IsPaid: false),
            (WaitBuyerPay or WaitSellerSend or PaidForbidConsign or PayPending, DepositPaid) => new(PostingStatus.AwaitingConfirmation, IsPaid: false),
            (WaitBuyerPay or WaitSellerSend, NothingPaid) => unpaid,
            ("TRADE_NO_CREATE_PAY" or "WAIT_PRE_AUTH_CONFIRM", _) => default,
            (WaitBuyerPay, _) => unpaid,
            (PayPending, _) => new(PostingStatus.AwaitingConfirmation, IsPaid: false),
            (PaidForbidConsign, _) => new(PostingStatus.AwaitingConfirmation, IsPaid: true),
            (WaitSellerSend or PartlySent, _) => new(PostingStatus.AwaitingPackaging, IsPaid: true),
            _ => new(PostingStatus.Unknown, IsPaid: true),
        };
    }

    /// <summary>Whether a line is out of the trade: it was refunded or closed.</summary>
    public static bool IsGone(string? lineStatus, string? refund) =>
        Is(lineStatus, Closed) || Is(lineStatus, ClosedUnpaid) || Is(refund, "SUCCESS");

    /// <summary>Whether a line still has to be shipped. One that says nothing has to.</summary>
    public static bool IsToShip(string? lineStatus) => lineStatus is null || Is(lineStatus, WaitSellerSend) || Is(lineStatus, PaidForbidConsign) || Is(lineStatus, WaitBuyerPay) || Is(lineStatus, PayPending);

    public static bool IsOpenRefund(string? refund) => refund is not null && OpenRefunds.Contains(refund);

    public static bool Is(string? word, string other) => string.Equals(word, other, StringComparison.OrdinalIgnoreCase);
}
