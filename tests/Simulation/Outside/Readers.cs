using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Links;
using ShipBy.Pages.Links;
using ShipBy.Simulation.Faults;
using ShipBy.Simulation.Hosting;
using ShipBy.Simulation.Machine;

namespace ShipBy.Simulation.Outside;

/// <summary>Whoever gets the letters: people press their links at once, twice, two of them at one moment, and when it is too late; scanners open them all.</summary>
internal sealed class Readers(Play play, Dice dice)
{
    /// <value>Lines that somebody may still come back to.</value>
    private const int MostKept = 300;

    private readonly List<(Notice Letter, WarningLine Line)> _kept = [];
    private readonly LinkSeal _seal = new(play.Plan.Options);
    private bool _isStopped;
    private int _people;

    public void Begin() => Again();

    /// <summary>Nobody presses any more.</summary>
    public void Stop() => _isStopped = true;

    /// <summary>A letter arrived. What a line says is over already has no links.</summary>
    public void Got(Notice letter)
    {
        foreach (var line in letter.Warnings.Where(line => !line.IsOvertaken))
        {
            _kept.Add((letter, line));
            Later(dice.Chance(0.05) ? dice.Scale(1, 600) : null, () => Press(letter, line));
            Later(dice.Chance(0.02) ? dice.Scale(0.01, 30) : null, () => Scan(letter, line));
        }

        _kept.RemoveRange(0, Math.Max(0, _kept.Count - MostKept));
    }

    /// <summary>Somebody comes back to an old letter now and then.</summary>
    private void Again() => Later(dice.Between(120, 900), () =>
    {
        if (_kept.Count > 0)
        {
            var (letter, line) = dice.Pick(_kept);
            Press(letter, line);
        }

        Again();
    });

    private void Press(Notice letter, WarningLine line)
    {
        var action = dice.Chance(0.5) ? LinkAction.Acknowledge : LinkAction.Snooze;
        var link = LinkTo(letter, line, action);
        Ask(link, isPress: true);
        if (dice.Chance(0.4))
        {
            play.Coverage.Took(Turn.LinkTwice);
            Later(dice.Chance(0.5) ? 0 : dice.Scale(0.001, 0.5), () => Ask(link, isPress: true));
        }

        Later(dice.Chance(0.3) ? dice.Scale(10, 5_000) : null, () => Ask(link, isPress: true));
    }

    private void Scan(Notice letter, WarningLine line)
    {
        play.Coverage.Took(Turn.LinkScanned);
        Ask(LinkTo(letter, line, LinkAction.Acknowledge), isPress: false);
        Ask(LinkTo(letter, line, LinkAction.Snooze), isPress: false);
    }

    /// <remarks>A letter's links live for days; here they live for <c>LinkLifetime</c> and no longer, so that some die within two hours.</remarks>
    private AlertLink LinkTo(Notice letter, WarningLine line, LinkAction action) => new(
        action,
        line.Order,
        line.Deadline,
        letter.Id,
        letter.Route,
        Instant.FromUnixTimeSeconds((letter.CreatedAt + Duration.FromTimeSpan(play.Plan.Options.LinkLifetime)).ToUnixTimeSeconds()));

    private void Ask(AlertLink link, bool isPress)
    {
        if (play.Instances.Where(instance => instance.IsAwake).ToList() is not [_, ..] awake)
        {
            return;
        }

        var isAltered = dice.Chance(0.08);
        var token = isAltered ? Altered(_seal.Sign(link)!) : _seal.Sign(link)!;
        SnoozeTime? time = link.Action == LinkAction.Snooze ? dice.Pick(Enum.GetValues<SnoozeTime>()) : null;
        var request = new LinkRequest(link, token, isAltered, isPress ? $"reader {++_people} by {link.Route}" : null, time);
        play.Coverage.Took(isAltered ? Turn.LinkAltered : isPress ? Turn.LinkPressed : Turn.LinkOpened);
        play.LinkRules.Asks(request);
        dice.Pick(awake).Run($"{request}", app => AnswerAsync(app, request));
    }

    /// <summary>As the page does it: the seal first, then a look or a press.</summary>
    private async Task AnswerAsync(App app, LinkRequest request)
    {
        var check = _seal.Check(request.Token, app.Now);
        play.LinkRules.Opened(request, check);
        if (check is LinkCheck.Good(var read))
        {
            var link = play.Plan.WrongLink?.Invoke(play, read) ?? read;
            var sight = request.By is { } by ? await app.FollowLink.PressAsync(link, request.Time, by, default) : await play.LinkRules.LookingAsync(() => app.FollowLink.LookAsync(link, default));
            play.LinkRules.Answered(request, sight);
        }
    }

    private string Altered(string token)
    {
        var at = dice.Below(token.Length);
        return $"{token[..at]}{(token[at] == 'A' ? 'B' : 'A')}{token[(at + 1)..]}";
    }

    /// <param name="seconds">Null: never.</param>
    private void Later(double? seconds, Action action)
    {
        if (seconds is { } wait)
        {
            play.Scheduler.At(play.Scheduler.Now + (long)(wait * Scheduler.Second), () =>
            {
                if (!_isStopped)
                {
                    action();
                }
            });
        }
    }
}

/// <summary>Somebody opens a link, or presses its button.</summary>
/// <param name="By">Who pressed; null for a look.</param>
internal sealed record LinkRequest(AlertLink Link, string Token, bool IsAltered, string? By, SnoozeTime? Time)
{
    /// <value>What makes it the same link as another.</value>
    public (LinkAction Action, Guid Notice, Domain.Orders.OrderKey Order, Instant Deadline) Name => (Link.Action, Link.Notice, Link.Order, Link.Deadline);

    public override string ToString() => $"{By ?? "a scanner"} {(By is null ? "opens" : "presses")} {Link.Action} of {Mailbox.Short(Link.Notice)} for {Link.Order}{(IsAltered ? ", altered" : "")}";
}
