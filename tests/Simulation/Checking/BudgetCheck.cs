using ShipBy.Application.Budgets;
using ShipBy.Simulation.Outside;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Simulation.Checking;

/// <summary>No window gives more than its limit, and no mail leaves that no instance took from the budget.</summary>
/// <remarks>A mail that nobody knows the end of may be given away again: it was paid for once, and counts once.</remarks>
internal sealed class BudgetCheck(Play play)
{
    private readonly HashSet<Guid> _sent = [];
    private int _taken;

    public void Took(BudgetRow? before, BudgetRow after)
    {
        if (MailBudget.Of(play.Plan.Options).FirstOrDefault(window => window.Name == after.Name) is not { } window)
        {
            return;
        }

        if (after.Used > window.Limit)
        {
            play.Violate(Rule.WithinQuota, $"{after.Used} units of {window.Name} are taken, and {window.Limit} are there");
        }

        if (window == MailBudget.Of(play.Plan.Options)[^1])
        {
            _taken += after.Used - (before?.WindowStart == after.WindowStart ? before.Used : 0);
        }
    }

    public void Sends(Guid id, Mailbox mailbox)
    {
        if (mailbox.IsMail && _sent.Add(id) && _sent.Count > _taken)
        {
            play.Violate(Rule.WithinQuota, $"mail {Mailbox.Short(id)} is the {_sent.Count}th, and {_taken} were taken from the budget");
        }
    }
}
