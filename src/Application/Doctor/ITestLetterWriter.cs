using ShipBy.Application.Alerts;

namespace ShipBy.Application.Doctor;

/// <summary>Puts a test into words, in the seller's language.</summary>
public interface ITestLetterWriter
{
    /// <param name="route">The route it goes by, so that several that arrive can be told apart.</param>
    /// <param name="language">Another one than the settings', before they are kept; null: theirs.</param>
    /// <param name="timeZone">Likewise.</param>
    Task<Letter> WriteAsync(string route, CancellationToken cancel, string? language = null, string? timeZone = null);
}
