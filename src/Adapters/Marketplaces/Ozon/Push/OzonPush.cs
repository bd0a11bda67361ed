namespace ShipBy.Adapters.Marketplaces.Ozon.Push;

/// <summary>What a push message asks of us. Nothing in it is believed: it is a doorbell, and the posting is read back.</summary>
public abstract record OzonPush
{
    private OzonPush() { }

    /// <summary>The marketplace checks whether somebody answers; it wants <see cref="OzonPushAnswer.ToPing"/>.</summary>
    public sealed record Ping : OzonPush;

    /// <summary>Something happened to a posting.</summary>
    /// <param name="Number">Not proven to exist, at most 100 characters.</param>
    /// <param name="Type">The marketplace's word, such as <c>TYPE_STATE_CHANGED</c>.</param>
    public sealed record PostingTouched(string Number, string Type) : OzonPush;

    /// <summary>A buyer wrote in a chat.</summary>
    public sealed record BuyerWrote : OzonPush;

    /// <summary>Nothing that concerns an order, or a type we do not know. Both are answered as done, else they come again.</summary>
    /// <param name="Type">The marketplace's word, shortened.</param>
    public sealed record Ignored(string Type) : OzonPush;

    /// <summary>Not a push message. Answered as an error; the poll finds whatever it was about.</summary>
    /// <param name="Reason">The field and what is wrong with it. Never the payload.</param>
    /// <param name="FieldMissing">A field is missing, as against being wrong.</param>
    public sealed record Unreadable(string Reason, bool FieldMissing) : OzonPush;
}
