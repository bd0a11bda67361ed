namespace ShipBy.Application.Marketplaces;

/// <summary>A call to a marketplace did not bring an answer that can be used. Messages never carry a key, a buyer's data or a payload.</summary>
public abstract class MarketplaceException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Nothing is wrong with the request: send it again after <see cref="RetryAfter"/>.</summary>
public sealed class MarketplaceBusyException(TimeSpan retryAfter)
    : MarketplaceException($"The marketplace asks for {retryAfter.TotalSeconds:0} s of quiet.")
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}

/// <summary>The marketplace understood and refused. Sending it again cannot help; a person must look.</summary>
public sealed class MarketplaceRefusedException(string code, string reason)
    : MarketplaceException($"The marketplace refused with {code}: {reason}")
{
    /// <value>The marketplace's token, such as <c>POSTING_ALREADY_SHIPPED</c>, or its status where it gave none.</value>
    public string Code { get; } = code;
}

/// <summary>The key is missing, wrong, expired or lacks a right. The seller must renew it; calling again only risks a block.</summary>
/// <param name="remedy">What to do about it, in a sentence without its full stop.</param>
public sealed class MarketplaceUnauthorisedException(string reason, string remedy = "Make a new key in the seller's cabinet and put it into the settings")
    : MarketplaceException($"The marketplace did not accept the key: {reason}. {remedy}.");

/// <summary>No answer, a broken one or a server fault. A read may be sent again; after a write nobody knows whether it took effect.</summary>
public sealed class MarketplaceUnreachableException(string reason, Exception? inner = null)
    : MarketplaceException($"The marketplace gave no usable answer: {reason}.", inner);
