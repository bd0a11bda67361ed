using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShipBy.Application.Desk;
using ShipBy.Application.Settings;
using ShipBy.Pages.Access;

namespace ShipBy.Pages.Tests.Access;

/// <summary>The desk behind a real server, under the routes that the functions have.</summary>
internal sealed class DeskServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DeskServer(WebApplication app, FakeDesk desk, StoppedClock clock) => (_app, Desk, Clock) = (app, desk, clock);

    public FakeDesk Desk { get; }

    public StoppedClock Clock { get; }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<DeskServer> StartAsync(GuardOptions? guard = null, FakeDesk? desk = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = (Desk: desk ?? new FakeDesk(Sample.Order), Clock: new StoppedClock(Sample.Now));
        builder.Services.AddPages().AddSingleton(Options.Create(guard ?? Sample.Guard())).AddSingleton<TimeProvider>(server.Clock)
            .AddSingleton<IDesk>(server.Desk).AddSingleton<ITicketStore, FakeTicketStore>();
        var app = builder.Build();
        app.MapGet("/api/today", (HttpRequest request, DeskPages pages) => pages.TodayAsync(request, request.HttpContext.RequestAborted));
        app.MapGet("/api/enter", (HttpRequest request, DeskPages pages) => pages.EnterFormAsync(request, request.HttpContext.RequestAborted));
        app.MapPost("/api/enter", (HttpRequest request, DeskPages pages) => pages.EnterAsync(request, request.HttpContext.RequestAborted));
        app.MapPost("/api/acknowledge", (HttpRequest request, DeskPages pages) => pages.AcknowledgeAsync(request, request.HttpContext.RequestAborted));
        app.MapPost("/api/snooze", (HttpRequest request, DeskPages pages) => pages.SnoozeAsync(request, request.HttpContext.RequestAborted));
        app.MapPost("/api/parcel", (HttpRequest request, DeskPages pages) => pages.ParcelAsync(request, request.HttpContext.RequestAborted));
        app.MapPost("/api/assign", (HttpRequest request, DeskPages pages) => pages.AssignAsync(request, request.HttpContext.RequestAborted));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new DeskServer(app, server.Desk, server.Clock);
    }

    public Browser Open() => new(Address);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
