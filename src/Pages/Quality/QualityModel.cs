using ShipBy.Application.Quality;
using ShipBy.Domain.Quality;
using ShipBy.Pages.Frame;

namespace ShipBy.Pages.Quality;

/// <summary>The page of the key figures.</summary>
/// <param name="Shop">Null: all together.</param>
/// <param name="Graded">Shops whose marketplace has an index of its own.</param>
public sealed record QualityModel(PageFrame Frame, QualitySheet Sheet, string? Shop, IReadOnlyCollection<string> Graded)
{
    /// <value>What became of a form; null where none was sent.</value>
    public ChangeOutcome? Said { get; init; }

    public IReadOnlyList<KeyFigure> Figures { get; } = Sheet.FiguresOf(Shop);

    public WeekChange Change { get; } = Sheet.ChangeOf(Shop);

    /// <value>Whether anything is known at all.</value>
    public bool IsEmpty => Figures.All(figure => figure.Now.Value is null && figure.Weeks.All(week => week.Value.Value is null));

    /// <summary>The same figure over the window before, of the same length.</summary>
    public FigureValue Before(KeyFigure figure)
    {
        var last = figure.First.PlusDays(-1);
        return Sheet.BookOf(Shop).Value(figure.Definition.Name, Sheet.Zone, last.PlusDays(1 - figure.Definition.Days), last, Sheet.Counted);
    }

    /// <value>Figures that are known of one shop at least, with the value of each shop.</value>
    public IReadOnlyList<(FigureDefinition Definition, IReadOnlyList<KeyFigure> Values)> ByShop { get; } = Sheet.Shops.Count < 2
        ? []
        : [.. Sheet.Shops.SelectMany(shop => Sheet.FiguresOf(shop.Name)).GroupBy(figure => figure.Definition).Where(figure => figure.Any(one => one.Now.Value is not null)).Select(figure => (figure.Key, (IReadOnlyList<KeyFigure>)[.. figure]))];
}

/// <summary>The marketplace's index beside ours.</summary>
/// <param name="Comparison">Null: the marketplace gave no answer.</param>
public sealed record IndexModel(PageFrame Frame, string Shop, IndexComparison? Comparison);
