using ShipBy.Application.Desk;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Frame;

/// <summary>What every page of the desk needs to know to be laid out.</summary>
/// <param name="Root">Leads from this page to the folder of all; every link begins with it.</param>
/// <param name="Path">This page's own, by which the navigation marks where one is.</param>
/// <param name="Token">Goes with every form.</param>
public sealed record PageFrame(Words Words, string Root, string Path, string Token, DeskRole Role)
{
    /// <value>Whether no shop is set yet: what pages show is made up, and they say so.</value>
    public bool IsSample { get; init; }

    /// <value>Where one can go, in the order of a day's work.</value>
    internal IEnumerable<(string Path, string Says)> Places =>
    [
        ("today", Words.Frame.Today),
        ("desk/ship", Words.Frame.Ship),
        ("desk/stock", Words.Frame.Stock),
        ("desk/carriers", Words.Frame.Carriers),
        ("desk/peak", Words.Frame.Peak),
        ("desk/quality", Words.Frame.Quality),
        ("desk/why", Words.Frame.Why),
        ("checkup", Words.Frame.Checkup),
    ];

    internal bool IsAt(string place) => Path == place || Path.StartsWith(place + "/", StringComparison.Ordinal);
}
