namespace ShipBy.Application.FirstUse;

/// <summary>Where this app's own settings are kept, if it may write there at all.</summary>
public interface ISettingsKeeper
{
    /// <value>False where the settings belong to the platform, which the app has no right to change: a person pastes them there.</value>
    bool MayWrite { get; }

    /// <value>Whether settings were kept that this process does not run with yet: somebody starts it anew.</value>
    bool HasKept { get; }

    /// <summary>Keeps them whole or not at all; keeping the same again changes nothing.</summary>
    /// <exception cref="IOException">They could not be kept; what was kept before is as it was.</exception>
    Task KeepAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancel);
}
