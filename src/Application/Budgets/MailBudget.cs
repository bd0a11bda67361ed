using NodaTime;
using ShipBy.Application.Settings;

namespace ShipBy.Application.Budgets;

/// <summary>The mails that all instances together may send, in a short and in a long window.</summary>
public sealed class MailBudget(WindowBudget windows, GuardOptions options)
{
    /// <returns>False when a window is used up: the mails wait and are merged meanwhile.</returns>
    public Task<bool> TryTakeAsync(Instant now, CancellationToken cancel) => windows.TryTakeAsync(
        [
            new BudgetWindow("mail-short", Duration.FromTimeSpan(options.MailWindowShort), options.MailsPerShortWindow),
            new BudgetWindow("mail-long", Duration.FromTimeSpan(options.MailWindowLong), options.MailsPerLongWindow),
        ],
        units: 1,
        now,
        cancel);
}
