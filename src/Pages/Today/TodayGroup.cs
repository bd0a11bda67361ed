using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Today;

/// <summary>Orders of one urgency under their heading.</summary>
/// <param name="Urgency">Name of the style that they are shown in.</param>
public sealed record TodayGroup(string Urgency, string Heading, IReadOnlyList<TodayOrder> Orders)
{
    private static readonly Duration Soon = Duration.FromHours(24);

    /// <summary>Keeps the order that the desk gave; a group without orders is left out.</summary>
    internal static IReadOnlyList<TodayGroup> Split(IReadOnlyList<TodayOrder> orders, TodayWords words) =>
    [
        .. from order in orders
           group order by UrgencyOf(order.Left) into urgency
           orderby Array.IndexOf(["late", "soon", "later", "never"], urgency.Key)
           select new TodayGroup(urgency.Key, HeadingOf(urgency.Key, words), [.. urgency]),
    ];

    private static string UrgencyOf(Duration? left) => left switch
    {
        null => "never",
        { } some when some < Duration.Zero => "late",
        { } some when some <= Soon => "soon",
        _ => "later",
    };

    private static string HeadingOf(string urgency, TodayWords words) => urgency switch
    {
        "late" => words.OverdueHeading,
        "soon" => words.SoonHeading,
        "later" => words.LaterHeading,
        _ => words.NoDeadlineHeading,
    };
}
