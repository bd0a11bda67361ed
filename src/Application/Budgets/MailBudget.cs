using NodaTime;
using ShipBy.Application.Settings;

namespace ShipBy.Application.Budgets;

/// <summary>The mails that all instances together may send, in a short and in a long window; a fifth of each is kept for what cannot wait.</summary>
/// <remarks>Azure Communication Services allows 5 a minute and 10 an hour from a domain that Azure manages, 30 and 100 from one's own (service limits, read 2026-11).</remarks>
public static class MailBudget
{
    private static readonly (int Short, int Long) Managed = (5, 10);
    private static readonly (int Short, int Long) Custom = (30, 100);

    public static IReadOnlyList<BudgetWindow> Of(GuardOptions options)
    {
        var (few, many) = options.MailDomain == "custom" ? Custom : Managed;
        return
        [
            Window("mail-short", options.MailWindowShort, options.MailsPerShortWindow ?? few),
            Window("mail-long", options.MailWindowLong, options.MailsPerLongWindow ?? many),
        ];
    }

    private static BudgetWindow Window(string name, TimeSpan length, int limit) => new(name, Duration.FromTimeSpan(length), limit, Reserve: limit / 5);
}
