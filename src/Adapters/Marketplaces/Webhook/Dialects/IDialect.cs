using Microsoft.AspNetCore.Http;
using NodaTime;

namespace ShipBy.Adapters.Marketplaces.Webhook.Dialects;

/// <summary>How one family of shops signs its messages, and what it says about them outside the body.</summary>
internal interface IDialect
{
    /// <value>As <c>Shops__&lt;name&gt;__Dialect</c> names it; its field mapping is called so too.</value>
    string Name { get; }

    /// <value>What a secret has to look like, as the end of a sentence.</value>
    string SecretForm { get; }

    /// <returns>Null where the text cannot be a secret of this dialect.</returns>
    byte[]? KeyOf(string secret);

    Proof Prove(IHeaderDictionary headers, ReadOnlySpan<byte> body, SigningKeys keys, Instant now);

    /// <returns>What happened, in the dialect's words; null where no header says so.</returns>
    string? TopicOf(IHeaderDictionary headers);

    /// <returns>The sender's name for this delivery, the same when it is sent again; empty where no header says so.</returns>
    string DeliveryOf(IHeaderDictionary headers);

    /// <summary>Whether a form is what the sender tries an address with, unsigned: it is answered as done, and means nothing.</summary>
    bool IsTrial(ReadOnlySpan<byte> form);
}

/// <param name="All">The present one, and the one before it while that is still good.</param>
/// <param name="Window">How far a signed time may be from ours, in both directions.</param>
/// <param name="SignatureHeader">Where the plain dialect looks; empty: where it usually is.</param>
internal sealed record SigningKeys(IReadOnlyList<byte[]> All, Duration Window, string SignatureHeader);

/// <summary>Whether a message is the shop's.</summary>
internal enum Proof
{
    Sound,

    /// <summary>Not signed, or not with our secret.</summary>
    Wrong,

    /// <summary>Signed, for another time than now: it may have been recorded and played back.</summary>
    OutOfTime,
}
