using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Settings;
using ShipBy.Domain.Offers;
using ShipBy.Simulation.Machine;
using ShipBy.Simulation.Ports;

namespace ShipBy.Simulation.Planted;

/// <summary>Wrong versions of the product, each a thing that real shops and their plugins do. The simulation is worth what it finds of them.</summary>
internal static class PlantedBugs
{
    public static IReadOnlyDictionary<string, Func<SeedPlan, SeedPlan>> All { get; } = new Dictionary<string, Func<SeedPlan, SeedPlan>>
    {
        ["no-version-check"] = Ledger((ledger, _) => new ChecksNoVersion(ledger)),
        ["lease-without-fence"] = Ledger((ledger, _) => new TrustsTheLease(ledger)),
        ["blind-retry-after-lost-answer"] = Ledger((ledger, seam) => new RetriesBlindly(ledger, seam)),
        ["due-row-left-behind"] = Ledger((ledger, _) => new LeavesTheDueRow(ledger)),
        ["rungs-noted-outside-the-mail"] = Ledger((ledger, _) => new NotesBeforeTheNotice(ledger)),
        ["sum-per-line"] = Ledger((ledger, _) => new SumsPerLine(ledger)),
        ["released-twice"] = Ledger((ledger, _) => new ReleasesTwice(ledger)),
        ["local-time-watermark"] = Ledger((ledger, _) => new KeepsLocalTime(ledger)),
        ["watermark-before-all-is-in"] = Ledger((ledger, _) => new MovesTheWatermarkEarly(ledger)),
        ["mail-before-intent"] = Ledger((ledger, seam) => new SendsBeforeTheIntent(ledger, new ChannelPort(seam, seam.Play.Mailboxes[0]), new ChannelPort.Writer())),
        ["resent-without-asking"] = plan => plan with { WrongChannel = channel => new NeverAsks(channel) },
        ["time-out-taken-for-a-no"] = plan => plan with { WrongChannel = channel => new TakesATimeOutForANo(channel) },
        ["local-time-for-utc"] = Plant((services, seam) => services.AddSingleton<TimeProvider>(new LocalClock(new InstanceClock(seam.Life)))),
        ["deleted-without-a-copy"] = Plant((services, seam) => services.AddSingleton(new HistoryStore(new ForgetsToCopy(new LedgerPort(seam, seam.Play.History))))),
        ["one-bad-element-stops-the-page"] = Plant(ChokeOnOnePosting),
        ["message-deleted-before-the-work"] = plan => WithTheQueueAlone(plan) with { DeletesFirst = true },
        ["lost-ring-not-rung-again"] = WithTheQueueAlone,
        ["first-route-speaks-for-all"] = Ledger((ledger, _) => new WritesToTheFirstRoute(ledger)),
        ["escalation-not-noted"] = Ledger((ledger, _) => new ForgetsWhoWasTold(ledger)),
        ["day-told-by-heart"] = Ledger((ledger, _) => new TellsTheDayByHeart(ledger)),
        ["link-use-not-noted"] = Ledger((ledger, _) => new ForgetsUsedLinks(ledger)),
        ["link-for-whatever-deadline"] = plan => plan with { WrongLink = (play, link) => link with { Deadline = play.StoreCheck.LastOf(link.Order)?.ShipBy ?? link.Deadline } },
        ["trouble-told-by-heart"] = Ledger((ledger, _) => new TellsTroubleByHeart(ledger)),
        ["repeat-ignores-the-interval"] = Plant((services, _) => services.AddSingleton(provider => new AlertBook(provider.GetRequiredService<NoticeRows>(), new GuardOptions { RepeatInterval = TimeSpan.FromMinutes(1) }))),
        ["held-units-offered"] = plan => plan with { Terms = plan.Terms is null ? null : new OfferTerms(SubtractsItsOwn: true) },
        ["told-again-before-it-shows"] = plan => plan with { ShowsAfter = Duration.FromSeconds(1) },
        ["quota-of-each-instance"] = Ledger((ledger, _) => new CountsForItself(ledger)),
    };

    private static Func<SeedPlan, SeedPlan> Ledger(Func<ILedger, Seam, ILedger> wrong) =>
        Plant((services, seam) => services.AddSingleton(wrong(new LedgerPort(seam, seam.Play.Store), seam)));

    private static Func<SeedPlan, SeedPlan> Plant(Action<IServiceCollection, Seam> plant) => plan => plan with { Plant = plant };

    private static void ChokeOnOnePosting(IServiceCollection services, Seam seam)
    {
        foreach (var honest in services.Where(service => service.ServiceType == typeof(IMarketplace)).ToList())
        {
            services.Remove(honest);
            services.AddSingleton<IMarketplace>(new ChokesOnOnePosting((IMarketplace)honest.ImplementationInstance!));
        }
    }

    /// <summary>The queue is the truth: no outbox timer, and no sweep that rings again.</summary>
    private static SeedPlan WithTheQueueAlone(SeedPlan plan)
    {
        plan.Options.RingAgainAfter = TimeSpan.FromHours(1);
        return plan with { HasOutboxTimer = false };
    }
}
