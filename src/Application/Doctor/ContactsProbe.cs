using ShipBy.Application.Alerts;

namespace ShipBy.Application.Doctor;

/// <summary>Whether anybody is told, and who else when nobody answers.</summary>
public sealed class ContactsProbe(AlertRoutes routes) : IProbe
{
    public Area Area => Area.Channels;

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancel)
    {
        var live = routes.All.Where(route => !route.Channel.ReachesNobody).ToList();
        return Task.FromResult<IReadOnlyList<Finding>>([.. Judge(live)]);
    }

    private IEnumerable<Finding> Judge(List<AlertRoute> live)
    {
        yield return live.All(route => route.Contact != Contact.First)
            ? new Finding(Area, Fact.NobodyIsTold)
            : new Finding(Area, Fact.RoutesSound) { Count = live.Count, Detail = string.Join(", ", live.Select(route => route.Name)) };

        if (live.Any(route => route.Contact == Contact.First) && live.All(route => route.Name != AlertRoute.MainMail))
        {
            yield return new Finding(Area, Fact.ContactMissing);
        }

        if (live.All(route => route.Contact != Contact.Second))
        {
            yield return new Finding(Area, Fact.SecondContactMissing);
        }
    }
}
