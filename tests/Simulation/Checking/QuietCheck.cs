using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;

namespace ShipBy.Simulation.Checking;

/// <summary>Whether an order that somebody acknowledged or snoozed is left alone until the time that the policy allows, and no longer. Reckons that time for itself.</summary>
internal sealed class QuietCheck(Play play)
{
    public void Judge(Order? before, Order after)
    {
        if (after.Acknowledged is { } fresh && (fresh.By, fresh.At) != (before?.Acknowledged?.By, before?.Acknowledged?.At))
        {
            JudgeLength(after, fresh);
        }

        if (before?.Acknowledged is not { } said || after.Acknowledged is not { } still || still.At != said.At || before.ShipBy != after.ShipBy || !after.State.IsOpen())
        {
            return;
        }

        foreach (var note in after.Warned.Where(note => note.Fate == RungFate.Named && before.Warned.All(old => old.Rung != note.Rung)))
        {
            if (said.RemindsAtEnd ? note.At < said.Until : note.Rung == Rung.Early || IsWithin(said, RungOf(note), after.ShipBy!.Value))
            {
                play.Violate(Rule.QuietWhenAsked, $"{after.Key} {note.Rung} is named at {note.At}, and {said.By} has made it quiet from {said.At} until {said.Until}");
            }
        }
    }

    /// <summary>Never past the last rung before the deadline; past that one, never past the deadline.</summary>
    private void JudgeLength(Order order, Acknowledgement said)
    {
        if (order.ShipBy is not { } deadline)
        {
            return;
        }

        var last = play.Ladder.ReachedAt(play.Ladder.LastBeforeDeadline, deadline);
        var longest = last > said.At ? last : Instant.Max(said.At, deadline);
        if (said.Until > longest || said.Until < said.At || !said.RemindsAtEnd && said.Until != longest)
        {
            play.Violate(Rule.QuietWhenAsked, $"{order.Key}, due {deadline}, is quiet from {said.At} until {said.Until}; {longest} is the longest");
        }
    }

    private bool IsWithin(Acknowledgement said, Rung rung, Instant deadline) =>
        !rung.IsOverdue && play.Ladder.ReachedAt(rung, deadline) is var at && at >= said.At && at < said.Until;

    private Rung RungOf(RungNote note) => play.Ladder.Rungs.First(rung => rung.Name == note.Rung);
}
