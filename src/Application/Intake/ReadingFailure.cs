using ShipBy.Application.Marketplaces;

namespace ShipBy.Application.Intake;

/// <summary>Why a shop could not be read whole.</summary>
/// <param name="What">What the marketplace said, in a sentence; never a key or a buyer's data.</param>
public sealed record ReadingFailure(ReadingFailureKind Kind, string What)
{
    public static ReadingFailure Of(MarketplaceException failure) => new(
        failure switch
        {
            MarketplaceUnauthorisedException => ReadingFailureKind.Unauthorised,
            MarketplaceRefusedException => ReadingFailureKind.Refused,
            _ => ReadingFailureKind.NoAnswer,
        },
        failure.Message);
}

public enum ReadingFailureKind
{
    /// <summary>Busy or out of reach: waiting may help.</summary>
    NoAnswer,

    /// <summary>Understood and refused: waiting cannot help.</summary>
    Refused,

    /// <summary>The key.</summary>
    Unauthorised,

    /// <summary>All was read, and others changed the ledger meanwhile.</summary>
    GaveWay,
}
