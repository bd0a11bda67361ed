namespace ShipBy.Domain.Orders;

/// <summary>Where a posting stands, in the words that decide what ShipBy does with it.</summary>
public enum PostingStatus
{
    /// <summary>A word that we do not know. Never guessed: the posting is set aside, and its deadline is watched all the same.</summary>
    Unknown,

    /// <summary>The marketplace still checks it or waits for the payment; stock is held already.</summary>
    AwaitingConfirmation,

    /// <summary>The seller has to pack it.</summary>
    AwaitingPackaging,

    /// <summary>Packed, and still with the seller: the carrier has not got it.</summary>
    AwaitingHandOver,

    /// <summary>With the carrier or beyond: the ship-by deadline is met, the stock has gone.</summary>
    HandedOver,

    /// <summary>With the buyer.</summary>
    Delivered,

    /// <summary>Cancelled by whomever.</summary>
    Cancelled,

    /// <summary>Replaced by the postings that it was split into. Not a cancellation.</summary>
    Split,
}

public static class PostingStatuses
{
    /// <summary>Whether the seller may still have to do something before the ship-by deadline. An unknown word counts as open: early is safe.</summary>
    public static bool IsOpen(this PostingStatus status) =>
        status is PostingStatus.Unknown or PostingStatus.AwaitingConfirmation or PostingStatus.AwaitingPackaging or PostingStatus.AwaitingHandOver;
}
