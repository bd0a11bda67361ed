using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ShipBy.Application.Alerts;
using ShipBy.Application.Budgets;
using ShipBy.Application.Deadlines;
using ShipBy.Application.Desk;
using ShipBy.Application.History;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Reconciling;
using ShipBy.Application.Reporting;
using ShipBy.Application.Settings;
using ShipBy.Application.Stock;

namespace ShipBy.Application;

public static class GuardServices
{
    /// <summary>Adds the use cases. They ask for <see cref="GuardOptions"/>, <c>TimeProvider</c>, <see cref="MachineClock"/>, logging, and the ports that adapters fill.</summary>
    public static IServiceCollection AddGuard(this IServiceCollection services)
    {
        services.TryAddSingleton(Random.Shared);
        services.TryAddSingleton<NoticeIds>();

        return services.AddUseCases();
    }

    private static IServiceCollection AddUseCases(this IServiceCollection services) => services
        .AddSingleton(provider => ShopHours.LadderOf(provider.GetRequiredService<GuardOptions>(), provider.GetService<ShopHours>()))
        .AddSingleton<PoolLease>()
        .AddSingleton<Pools>()
        .AddSingleton<WindowBudget>()
        .AddSingleton<MailBudget>()
        .AddSingleton<ICallBudget, LedgerCallBudget>()
        .AddSingleton<TakePostings>()
        .AddSingleton<TellProblem>()
        .AddSingleton<PollOrders>()
        .AddSingleton<ReadBackPosting>()
        .AddSingleton<ListStock>()
        .AddSingleton<ReserveStock>()
        .AddSingleton<SweepDeadlines>()
        .AddSingleton<NoticeJournal>()
        .AddSingleton<ResumeNotices>()
        .AddSingleton<SendNotices>()
        .AddSingleton<PastOrders>()
        .AddSingleton<CopyToHistory>()
        .AddSingleton<MoveClosed>()
        .AddSingleton<DeliverOutbox>()
        .AddSingleton<ReportOrders>()
        .AddSingleton<ReconcilePool>()
        .AddSingleton<ITicketStore, LedgerTickets>()
        .AddSingleton<IDesk, Desk.Desk>();
}
