using System.Text.Json.Nodes;
using ShipBy.Sandbox.Seller;

namespace ShipBy.Sandbox.Run;

/// <summary>Moves the marketplace on: announces what has come, ships what is due and held, notes what was cancelled or moved.</summary>
internal sealed class RunStep(SandboxRun run)
{
    private readonly Dictionary<OrderTrack, string> _lastStatus = [];
    private readonly HashSet<OrderTrack> _settled = [];
    private bool _ended = run.Journal.Any(entry => entry.Kind == Happened.Ended);

    /// <returns>What happened in this step, oldest first.</returns>
    public IReadOnlyList<StepNews> Take()
    {
        lock (run.Gate)
        {
            var news = new List<StepNews>();
            foreach (var order in run.Appeared().Where(order => !_settled.Contains(order)))
            {
                One(order, news);
            }

            if (run.Clock.Finished && !_ended)
            {
                _ended = true;
                run.Record(Happened.Ended, at: run.Clock.End);
            }

            return news;
        }
    }

    private void One(OrderTrack order, List<StepNews> news)
    {
        var plan = order.Plan;
        if (!order.Announced)
        {
            Note(order, news, Happened.OrderIn, plan.Appears, new JsonObject { ["limit"] = plan.Limit, ["units"] = plan.Lines.Sum(line => (long)line.Quantity) });
        }

        while (order.MovesAnnounced < plan.Moves.Count && plan.Moves[order.MovesAnnounced] is var move && move.At <= run.Clock.Now)
        {
            var before = order.MovesAnnounced == 0 ? plan.Limit : plan.Moves[order.MovesAnnounced - 1].Limit;
            Note(order, news, Happened.CutoffMoved, move.At, new JsonObject { ["limit"] = move.Limit, ["before"] = before });
        }

        var state = run.StateOf(order);
        if (!run.Options.PlaysChannels && HandOverPolicy.MayHandOver(run, order))
        {
            Note(order, news, Happened.Shipped, run.Clock.Now, []);
            state = run.StateOf(order);
        }

        if (run.Options.PlaysChannels && order.ShippedAt is null && state.ShippedAt is { } fetched)
        {
            Note(order, news, Happened.Shipped, fetched, []);
        }

        if (state.CancelledAt is { } cancelled && !order.CancelAnnounced)
        {
            Note(order, news, Happened.Cancelled, cancelled, new JsonObject { ["by"] = state.CancelledBy, ["after_ship"] = state.CancelledAfterShip });
        }

        StatusChange(order, state, news);
        if (PostingLife.IsFinal(plan, state) && order.MovesAnnounced == plan.Moves.Count)
        {
            _settled.Add(order);
        }
    }

    private void StatusChange(OrderTrack order, PostingState state, List<StepNews> news)
    {
        if (_lastStatus.TryGetValue(order, out var last) && last != state.Substatus && state.CancelledAt is null)
        {
            news.Add(new StepNews(order, state, StepNews.StateChanged, null));
        }

        _lastStatus[order] = state.Substatus;
    }

    private void Note(OrderTrack order, List<StepNews> news, string kind, DateTimeOffset at, JsonObject data)
    {
        var entry = run.Record(kind, order.Plan.Number, data, at);
        news.Add(new StepNews(order, run.StateOf(order), kind, entry));
    }
}

/// <param name="Entry">Null for a change of status that the journal need not know.</param>
internal sealed record StepNews(OrderTrack Order, PostingState State, string Kind, JournalEntry? Entry)
{
    public const string StateChanged = "state_changed";
}
