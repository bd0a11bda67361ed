using NodaTime;
using ShipBy.Domain.Links;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Links;
using ShipBy.Simulation.Faults;
using ShipBy.Simulation.Outside;

namespace ShipBy.Simulation.Checking;

/// <summary>A link does its one thing once, for its order and its deadline, and the journal tells who; a look, an old link and an altered one do nothing.</summary>
internal sealed class LinkRules(Play play)
{
    /// <value>Whether the present request is one that must not write.</value>
    private readonly AsyncLocal<bool> _isLook = new();

    private readonly Dictionary<string, LinkRequest> _presses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _letIn = new(StringComparer.Ordinal);
    private readonly Dictionary<(LinkAction, Guid, OrderKey, Instant), string> _used = [];

    private Duration Doubt => Duration.FromTicks(2 * play.Plan.MostClockError) + Duration.FromSeconds(1);

    public void Asks(LinkRequest request)
    {
        if (request.By is { } by)
        {
            _presses.Add(by, request);
        }
    }

    /// <summary>The seal was checked, and the time.</summary>
    public void Opened(LinkRequest request, LinkCheck check)
    {
        if (check is LinkCheck.Good(var read))
        {
            Expect(!request.IsAltered && read == request.Link, $"{request}: it is taken for {read}");
            Expect(request.Link.Expires > play.Scheduler.Instant - Doubt, $"{request}: it expired at {request.Link.Expires}");
            _letIn.Add(request.By ?? "");
        }
        else
        {
            play.Coverage.Took(check is LinkCheck.Expired ? Turn.LinkExpired : Turn.LinkRefused);
            Expect(request.IsAltered || request.Link.Expires < play.Scheduler.Instant + Doubt, $"{request}: it is refused as {check}");
        }
    }

    public async Task<LinkSight> LookingAsync(Func<Task<LinkSight>> look)
    {
        _isLook.Value = true;
        return await look();
    }

    /// <summary>Somebody asks the ledger to change.</summary>
    public void Writes() => Expect(!_isLook.Value, "a look at a link wants to write");

    public void Answered(LinkRequest request, LinkSight sight)
    {
        play.Trace.Say($"{request}: {sight.GetType().Name}");
        play.Coverage.Took(sight switch
        {
            LinkSight.Used => Turn.LinkUsed,
            LinkSight.Moved or LinkSight.Closed => Turn.LinkStale,
            _ => Turn.LinkOpened,
        });
        Expect(sight is not LinkSight.Done || _used.GetValueOrDefault(request.Name) == request.By, $"{request}: it is said to be done, and no commit did it");
    }

    /// <summary>An order was written: what a press did to it is what its link is for.</summary>
    public void Noted(Order? before, Order after)
    {
        if (after.Acknowledged is not { } said || (said.By, said.At) == (before?.Acknowledged?.By, before?.Acknowledged?.At) || !_presses.TryGetValue(said.By, out var press))
        {
            return;
        }

        var (link, isSnooze) = (press.Link, press.Link.Action == LinkAction.Snooze);
        Expect(_letIn.Contains(said.By), $"{press}: it was refused, and works all the same");
        Expect(_used.TryAdd(press.Name, said.By), $"{press}: {_used[press.Name]} had used it");
        Expect(before is not null && before.State.IsOpen() && before.Key == link.Order && before.ShipBy == link.Deadline, $"{press}: its deadline is {link.Deadline}, and the order is {before?.State}, due {before?.ShipBy}");
        Expect(said.RemindsAtEnd == isSnooze, $"{press}: it did the other thing");
        Expect(
            after.Journal.Any(entry => (entry.At, entry.What, entry.Detail) == (said.At, isSnooze ? JournalEvent.Snoozed : JournalEvent.Acknowledged, said.By)),
            $"{press}: the order's journal does not say who did it");
        Expect(before is null || before == after with { Acknowledged = before.Acknowledged, Owner = before.Owner, LookAt = before.LookAt, Journal = before.Journal }, $"{press}: it changed more of the order than its quiet");
        play.WarningCheck.Acknowledges(after.Key, link.Deadline, said.At, isSnooze);
    }

    private void Expect(bool holds, string what)
    {
        if (!holds)
        {
            play.Violate(Rule.LinkActsOnce, what);
        }
    }
}
