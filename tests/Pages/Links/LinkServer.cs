using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Application.Ledger;
using ShipBy.Application.Links;
using ShipBy.Application.Settings;
using ShipBy.Domain.Links;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Links;
using ShipBy.Pages.Tests.Access;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Pages.Tests.Links;

/// <summary>The links' pages behind a real server, with the real use cases on a ledger: one order was warned about 20 hours before its deadline.</summary>
internal sealed class LinkServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SilentLedger _ledger;

    private LinkServer(WebApplication app, World world, SilentLedger ledger) => (_app, World, _ledger) = (app, world, ledger);

    public World World { get; }

    public bool LedgerIsSilent
    {
        set => _ledger.IsSilent = value;
    }

    public static Task<LinkServer> StartAsync(Action<GuardOptions>? set = null, string number = "0100200300-0007-1") => StartAsync(set, async world =>
    {
        world.Marketplace.Show(Posting(number));
        await world.RoundAsync();
    });

    /// <summary>The same order was handed over, and its parcel was told of just after it should have been scanned.</summary>
    public static Task<LinkServer> StartWithParcelAsync(Action<GuardOptions>? set = null) => StartAsync(set, FollowedParcel.BringAsync);

    private static async Task<LinkServer> StartAsync(Action<GuardOptions>? set, Func<World, Task> prepare)
    {
        var world = new World(options =>
        {
            (options.Language, options.DeskKey, options.TimeZone, options.PublicUrl) = ("en", Sample.DeskKey, "Europe/Moscow", "https://guard.example");
            set?.Invoke(options);
        });
        await prepare(world);
        var ledger = new SilentLedger(world.Ledger);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddPages().AddSingleton(Options.Create(world.Options)).AddSingleton<TimeProvider>(world.Clock)
            .AddSingleton(world.InstanceOn(ledger).GetRequiredService<FollowLink>()).AddSingleton(world.Desk).AddSingleton(world.Of<ITicketStore>());
        var app = builder.Build();
        app.MapMethods("/api/a/{token}", ["GET", "HEAD", "POST"], (HttpRequest request, string token, LinkPages pages) => pages.AnswerAsync(request, token, request.HttpContext.RequestAborted));
        app.MapPost("/api/enter", (HttpRequest request, Pages.Access.DoorPages door) => door.EnterAsync(request, request.HttpContext.RequestAborted));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new LinkServer(app, world, ledger);
    }

    public static Posting Posting(string number = "0100200300-0007-1") =>
        TestKit.Sample.Posting with { Key = new OrderKey("shop", number), ShipBy = TestKit.Sample.Noon + Duration.FromHours(20) };

    public Uri Address => new(_app.Urls.Single());

    public Browser Open() => new(Address);

    public string Path(LinkAction action) => Path(Link(action));

    public string Path(AlertLink link) => "/api/a/" + new LinkSeal(World.Options).Sign(link);

    public AlertLink Link(LinkAction action)
    {
        var notice = World.Channel.Accepted[0];
        var line = notice.Warnings[0];
        return new AlertLink(action, line.Order, line.Deadline, notice.Id, notice.Route, line.Deadline + Duration.FromDays(2));
    }

    /// <summary>Of the last message about the parcel.</summary>
    public AlertLink ParcelLink(LinkAction action)
    {
        var notice = World.Channel.Accepted.Last(notice => notice.Consignments.Count > 0);
        var line = notice.Consignments[0];
        return new AlertLink(action, line.Order, line.Clock.Limit, notice.Id, notice.Route, line.Clock.Limit + Duration.FromDays(3)) { Trouble = line.Clock.Trouble };
    }

    public async Task<Order> OrderAsync() => (await World.OrdersAsync()).Values.Single();

    /// <summary>Everything that the ledger holds, with its versions.</summary>
    public async Task<IReadOnlyList<(string Key, string Version)>> RowsAsync() =>
        [.. (await World.Ledger.RangeAsync(TestKit.Sample.Pool, new KeyRange("", "\uffff"), int.MaxValue, default)).Select(stored => (stored.Row.Key.Value, stored.Version))];

    /// <summary>What the page's button with that label sends.</summary>
    public static (string Name, string Value)[] Press(IHtmlDocument page, string label)
    {
        var button = page.QuerySelectorAll("form button").OfType<IHtmlButtonElement>().Single(button => button.TextContent.Contains(label, StringComparison.Ordinal));
        return [.. button.Form!.Elements.OfType<IHtmlInputElement>().Select(input => (input.Name!, input.Value)), (button.Name!, button.Value)];
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class SilentLedger(ILedger inner) : ILedger
    {
        public bool IsSilent { get; set; }

        public Task<IReadOnlyList<Stored>> RangeAsync(Domain.Stock.PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

        public Task<Stored?> FindAsync(Domain.Stock.PoolName pool, RowKey key, CancellationToken cancel) =>
            IsSilent ? throw new LedgerUnreachableException("cut", new TimeoutException()) : inner.FindAsync(pool, key, cancel);

        public Task<CommitOutcome> TryCommitAsync(Domain.Stock.PoolName pool, CommitSet commit, CancellationToken cancel) => inner.TryCommitAsync(pool, commit, cancel);
    }
}
