using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Batches;
using ShipBy.Application.Bills;
using ShipBy.Application.Budgets;
using ShipBy.Application.Carriers;
using ShipBy.Application.Costs;
using ShipBy.Application.Days;
using ShipBy.Application.Deadlines;
using ShipBy.Application.Desk;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Estimates;
using ShipBy.Application.FirstUse;
using ShipBy.Application.History;
using ShipBy.Application.Holidays;
using ShipBy.Application.Importing;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Links;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Offers;
using ShipBy.Application.Peaks;
using ShipBy.Application.Preparing;
using ShipBy.Application.Quality;
using ShipBy.Application.Reconciling;
using ShipBy.Application.Reporting;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.SelfWatch.Checks;
using ShipBy.Application.Settings;
using ShipBy.Application.Shipping;
using ShipBy.Application.Stock;
using ShipBy.Application.Stockroom;
using ShipBy.Application.Transit;
using ShipBy.Application.Waybills;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.Quality;

namespace ShipBy.Application;

public static class GuardServices
{
    /// <summary>Adds the use cases. They ask for <see cref="GuardOptions"/>, <c>TimeProvider</c>, <see cref="MachineClock"/>, logging, and the ports that adapters fill.</summary>
    public static IServiceCollection AddGuard(this IServiceCollection services)
    {
        services.TryAddSingleton(Random.Shared);
        services.TryAddSingleton<NoticeIds>();
        services.TryAddSingleton(OneMailRoute);
        services.TryAddSingleton(CostTable.None);
        services.TryAddSingleton(FigureThresholds.None);
        services.TryAddSingleton(QualityRules.Usual);
        services.TryAddSingleton(provider => ShopHours.CalendarOf(provider.GetRequiredService<GuardOptions>(), provider.GetService<ShopHours>()));
        services.TryAddSingleton<ISelfWatch, WatchOurselves>();

        return services.AddUseCases().AddSelfChecks();
    }

    /// <remarks>A check that needs a port of its own is added where the port is.</remarks>
    private static IServiceCollection AddSelfChecks(this IServiceCollection services) => services
        .AddSingleton<ISelfCheck, StalledPollCheck>()
        .AddSingleton<ISelfCheck, SilentTimerCheck>()
        .AddSingleton<ISelfCheck, LateSweepCheck>()
        .AddSingleton<ISelfCheck, NoticesCheck>()
        .AddSingleton<ISelfCheck, KeyCheck>()
        .AddSingleton<ISelfCheck, PushCheck>()
        .AddSingleton<ISelfCheck, SilentPushesCheck>()
        .AddSingleton<ISelfCheck, RefusedMessagesCheck>()
        .AddSingleton<ISelfCheck, TwoSidedCheck>()
        .AddSingleton<ISelfCheck, DriftCheck>()
        .AddSingleton<ISelfCheck, ClockCheck>()
        .AddSingleton<ISelfCheck, OfferCheck>()
        .AddSingleton<ISelfCheck, LowStockCheck>()
        .AddSingleton<ISelfCheck, WaybillCheck>()
        .AddSingleton<ISelfCheck, AccountHealthCheck>()
        .AddSingleton<ISelfCheck, BuyersCheck>()
        .AddSingleton<ISelfCheck, CancelRequestsCheck>()
        .AddSingleton<ISelfCheck, CalendarCheck>();

    private static IServiceCollection AddUseCases(this IServiceCollection services) => services
        .AddSingleton(LadderOf)
        .AddSingleton<NoticeRows>()
        .AddSingleton<PoolLease>()
        .AddSingleton<Pools>()
        .AddSingleton<Channels>()
        .AddSingleton<WindowBudget>()
        .AddSingleton<ICallBudget, LedgerCallBudget>()
        .AddSingleton<TakePostings>()
        .AddSingleton<TellProblem>()
        .AddSingleton<PollOrders>()
        .AddSingleton<ReadBackPosting>()
        .AddSingleton<HearBuyer>()
        .AddSingleton<GuardedSince>()
        .AddSingleton<TakeTold>()
        .AddSingleton<RefusedMessages>()
        .AddSingleton<ListStock>()
        .AddSingleton<ReserveStock>()
        .AddSingleton<InstructOrder>()
        .AddSingleton<ShopErrands>()
        .AddSingleton<CarryOutInstructions>()
        .AddSingleton<OfferStock>()
        .AddSingleton<MoveConsignments>()
        .AddSingleton<WatchConsignments>()
        .AddSingleton<TendConsignment>()
        .AddSingleton<ToldConsignments>()
        .AddSingleton<SweepDeadlines>()
        .AddSingleton<NoticeJournal>()
        .AddSingleton<NoticeLetters>()
        .AddSingleton<AlertBook>()
        .AddSingleton<AnswerBell>()
        .AddSingleton<ResumeNotices>()
        .AddSingleton<SendNotices>()
        .AddSingleton<PastOrders>()
        .AddSingleton<PastDays>()
        .AddSingleton<ShopPaces>()
        .AddSingleton<ShopPromises>()
        .AddSingleton(provider => new EarlyWarningPolicy(provider.GetRequiredService<GuardOptions>().EarlyWarningAt, provider.GetRequiredService<WorkCalendar>()))
        .AddSingleton<EarlyWarnings>()
        .AddSingleton<CostReading>()
        .AddSingleton<DayRules>()
        .AddSingleton<CopyToHistory>()
        .AddSingleton<MoveClosed>()
        .AddSingleton<TellTheDay>()
        .AddSingleton<DeliverOutbox>()
        .AddSingleton<ReportOrders>()
        .AddSingleton<ReconcilePool>()
        .AddSingleton<ImportStock>()
        .AddSingleton<ImportOrders>()
        .AddSingleton<ImportPurchases>()
        .AddSingleton<ImportProducts>()
        .AddSingleton<ImportCarrierEvents>()
        .AddSingleton<ITicketStore, LedgerTickets>()
        .AddSingleton<ChangeOrder>()
        .AddSingleton<TendOrder>()
        .AddSingleton<SavedViews>()
        .AddSingleton<Checklists>()
        .AddSingleton<PrepareOrder>()
        .AddSingleton<LookAtOrder>()
        .AddSingleton<CarrierTable>()
        .AddSingleton<SentParcels>()
        .AddSingleton<LookAtCarriers>()
        .AddSingleton<CompareBill>()
        .AddSingleton<ImportCarrierTable>()
        .AddSingleton<WaybillStock>()
        .AddSingleton<PlanBatch>()
        .AddSingleton<ShipBatch>()
        .AddSingleton<StartBatch>()
        .AddSingleton<GiveNumbersBack>()
        .AddSingleton<ProposeCarriers>()
        .AddSingleton<LookAtBatch>()
        .AddSingleton<PrintBatch>()
        .AddSingleton<PickList>()
        .AddSingleton<LookAtStock>()
        .AddSingleton<ProductCards>()
        .AddSingleton<ChangeCard>()
        .AddSingleton<TakeStock>()
        .AddSingleton<Purchases>()
        .AddSingleton<SuggestReorders>()
        .AddSingleton<ExportStockroom>()
        .AddSingleton<KnownPackaging>()
        .AddSingleton<ReckonDemand>()
        .AddSingleton<ForecastParcels>()
        .AddSingleton<LookAtHolidays>()
        .AddSingleton<SampleDesk>()
        .AddSingleton<StartDrafts>()
        .AddSingleton<SetUpDesk>()
        .AddSingleton<FollowLink>()
        .AddSingleton<Prospects>()
        .AddSingleton<LookAtQuality>()
        .AddSingleton<ChangePast>()
        .AddSingleton<JudgeOrder>()
        .AddSingleton<LookAtCauses>()
        .AddSingleton<Improvements>()
        .AddSingleton<ImportDefects>()
        .AddSingleton<CompareIndex>()
        .AddSingleton<IDesk, Desk.Desk>();

    /// <summary>Where nobody names routes, whatever channel there is plays the mail to the first contact.</summary>
    private static AlertRoutes OneMailRoute(IServiceProvider provider) => new(
        [new AlertRoute(AlertRoute.MainMail, Contact.First, Severity.Info, provider.GetRequiredService<IAlertChannel>(), MailBudget.Of(provider.GetRequiredService<GuardOptions>()))]);

    private static Ladder LadderOf(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<GuardOptions>();
        return ShopHours.Around(Ladder.Parse(options.Ladder), options, provider.GetService<ShopHours>())
            .Beside(QuietHours.Parse(options.QuietHours, DateTimeZoneProviders.Tzdb[options.TimeZone]))
            .Escalating(provider.GetRequiredService<AlertRoutes>().HasSecondContact ? Duration.FromTimeSpan(options.EscalateAfter) : null);
    }
}
