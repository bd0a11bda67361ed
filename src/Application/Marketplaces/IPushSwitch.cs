namespace ShipBy.Application.Marketplaces;

/// <summary>A marketplace that sends pushes to addresses, and switches off those that answer badly; implemented beside <see cref="IMarketplace"/> where that is so.</summary>
/// <remarks>Throws as <see cref="IMarketplace"/> does.</remarks>
public interface IPushSwitch
{
    Task<IReadOnlyList<PushAddress>> PushAddressesAsync(CancellationToken cancel);

    /// <summary>Switches pushes to one address on; where they are on already, nothing happens.</summary>
    Task SwitchPushesOnAsync(PushAddress address, CancellationToken cancel);
}

/// <param name="Url">Holds the secret of our own address: never to be logged or told.</param>
public sealed record PushAddress(long Id, string Url, bool IsOn);
