using ShipBy.Application.Quality;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Why;

/// <summary>The page of the causes.</summary>
/// <param name="Days">The window that is shown.</param>
/// <param name="IsBusy">Whether what was just said could not be kept.</param>
public sealed record WhyModel(PageFrame Frame, CauseSheet Sheet, int Days, ShopClock Clock, bool IsBusy)
{
    /// <value>More would be a page that nobody reads to its end; the counts are of all.</value>
    private const int MostShown = 100;

    public IReadOnlyList<CauseCase> Shown { get; } = [.. Sheet.Cases.Take(MostShown)];
}

/// <summary>The page of the improvements.</summary>
/// <param name="NewId">Of the one that may be written down next.</param>
/// <param name="Notice">What could not be done.</param>
public sealed record ImprovementModel(PageFrame Frame, IReadOnlyList<JudgedImprovement> All, IReadOnlyList<string> Shops, Guid NewId, NodaTime.LocalDate Today, string? Notice);
