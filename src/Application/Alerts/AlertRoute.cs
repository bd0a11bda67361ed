using ShipBy.Application.Budgets;
using ShipBy.Domain.Alerts;

namespace ShipBy.Application.Alerts;

/// <summary>A way to a person: a channel with the receiver bound in, and what goes by it.</summary>
/// <param name="Name">Names it in settings, in the ledger and in budgets: letters, digits, <c>-</c>.</param>
/// <param name="From">The least severity that goes by it.</param>
/// <param name="Limits">What the channel bears; routes that share windows share what they allow.</param>
public sealed record AlertRoute(string Name, Contact Contact, Severity From, IAlertChannel Channel, IReadOnlyList<BudgetWindow> Limits)
{
    /// <value>The mail to the first contact, which is always there.</value>
    public const string MainMail = "mail";

    /// <value>The mail to the second contact.</value>
    public const string SecondMail = "mail-2";
}

/// <summary>Whom a route reaches.</summary>
public enum Contact
{
    /// <summary>Who is told of everything.</summary>
    First,

    /// <summary>Who is told when the first contact does not acknowledge in time.</summary>
    Second,
}

/// <summary>All routes of this deployment; the first contact has one at least.</summary>
public sealed class AlertRoutes
{
    /// <exception cref="ArgumentException">Nothing would reach the first contact, or two routes share a name.</exception>
    public AlertRoutes(IReadOnlyList<AlertRoute> all)
    {
        if (all.All(route => route.Contact != Contact.First || route.From > Severity.Info))
        {
            throw new ArgumentException("No route brings everything to the first contact.", nameof(all));
        }

        if (all.DistinctBy(route => route.Name).Count() < all.Count)
        {
            throw new ArgumentException("Two routes have the same name.", nameof(all));
        }

        All = all;
    }

    public IReadOnlyList<AlertRoute> All { get; }

    public bool HasSecondContact => All.Any(route => route.Contact == Contact.Second);

    public IReadOnlyList<AlertRoute> For(Contact contact, Severity severity) => [.. All.Where(route => route.Contact == contact && severity >= route.From)];

    public AlertRoute? Find(string name) => All.FirstOrDefault(route => route.Name == name);
}
