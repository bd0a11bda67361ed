using ShipBy.Application.Doctor;

namespace ShipBy.Cli.Doctor;

/// <summary>What the settings say about themselves, before anybody is asked.</summary>
/// <param name="Findings">Each flaw by the setting's name, never by its value.</param>
/// <param name="SoundShops">Names of the shops that can be asked.</param>
/// <param name="AlertsAreSound">Whether guard and alert settings are; channels, quotas and the page need both.</param>
internal sealed record SettingsReading(IReadOnlyList<Finding> Findings, IReadOnlyList<string> SoundShops, bool GuardIsSound, bool AlertsAreSound, bool StorageIsSound);
