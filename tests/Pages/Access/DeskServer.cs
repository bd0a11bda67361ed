using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShipBy.Application.Desk;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Today;

namespace ShipBy.Pages.Tests.Access;

/// <summary>The desk behind a real server, under the routes that the functions have.</summary>
internal sealed class DeskServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DeskServer(WebApplication app, FakeDesk desk, StoppedClock clock) => (_app, Desk, Clock) = (app, desk, clock);

    public FakeDesk Desk { get; }

    public StoppedClock Clock { get; }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<DeskServer> StartAsync(GuardOptions? guard = null, FakeDesk? desk = null, IReadOnlyList<IDeskArea>? areas = null, Dictionary<string, string?>? settings = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = (Desk: desk ?? new FakeDesk(Sample.Order), Clock: new StoppedClock(Sample.Now));
        builder.Services.AddPages().RemoveAll<IDeskArea>().AddTransient<IDeskArea, TodayArea>().AddSingleton(Options.Create(guard ?? Sample.Guard())).AddSingleton<TimeProvider>(server.Clock)
            .AddSingleton<IDesk>(server.Desk).AddSingleton(Sample.Pools).AddSingleton<ITicketStore, FakeTicketStore>().AddSingleton<ILedger, InMemoryLedger>().AddSingleton<SavedViews>();
        foreach (var area in areas ?? [])
        {
            builder.Services.AddSingleton(area);
        }

        builder.Configuration.AddInMemoryCollection(settings ?? []);
        var app = builder.Build();
        DeskSite.Map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new DeskServer(app, server.Desk, server.Clock);
    }

    public Browser Open() => new(Address);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
