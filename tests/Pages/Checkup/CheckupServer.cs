using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShipBy.Application.Alerts;
using ShipBy.Application.Budgets;
using ShipBy.Application.Desk;
using ShipBy.Application.Doctor;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Alerts;
using ShipBy.Pages.Checkup;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Tests.Access;
using ShipBy.Pages.Today;

namespace ShipBy.Pages.Tests.Checkup;

/// <summary>The check-up's page behind a real server, with one probe and one channel of the test's choice.</summary>
internal sealed class CheckupServer : IAsyncDisposable, IProbe, IAlertChannel
{
    private WebApplication _app = null!;

    public Area Area => Area.Storage;

    /// <value>What the probe finds.</value>
    public IReadOnlyList<Finding> Findings { get; init; } = [new(Area.Storage, Fact.StorageSound)];

    public Delivery Answer { get; init; } = new Delivery.Accepted();

    public int Looks { get; private set; }

    public List<Letter> Letters { get; } = [];

    public StoppedClock Clock { get; } = new(Sample.Now);

    public async Task<CheckupServer> StartAsync(GuardOptions? guard = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var options = guard ?? Sample.Guard();
        builder.Services.AddPages().RemoveAll<IDeskArea>().AddTransient<IDeskArea, TodayArea>().AddTransient<IDeskArea, CheckupArea>().AddSingleton<SavedViews>().AddSingleton(Options.Create(options)).AddSingleton(options).AddSingleton<TimeProvider>(Clock).AddSingleton(new MachineClock(TimeProvider.System))
            .AddSingleton<IDesk>(new FakeDesk(Sample.Order)).AddSingleton(Sample.Pools).AddSingleton<ITicketStore, FakeTicketStore>()
            .AddSingleton<ILedger, InMemoryLedger>().AddSingleton<WindowBudget>().AddSingleton<NoticeIds>()
            .AddSingleton(new AlertRoutes([new AlertRoute(AlertRoute.MainMail, Contact.First, Severity.Info, this, [])]))
            .AddSingleton<IProbe>(this).AddSingleton<ClocksProbe>().AddSingleton<Application.Doctor.Checkup>().AddSingleton<TestAlert>();
        _app = builder.Build();
        DeskSite.Map(_app);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        return this;
    }

    /// <summary>A browser that has entered.</summary>
    public async Task<Browser> EnterAsync()
    {
        var browser = new Browser(new Uri(_app.Urls.Single()));
        await browser.EnterAsync("Anna");
        return browser;
    }

    public Browser Open() => new(new Uri(_app.Urls.Single()));

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancel)
    {
        Looks++;
        return Task.FromResult(Findings);
    }

    public Task<Delivery> SendAsync(Guid id, Letter letter, CancellationToken cancel)
    {
        Letters.Add(letter);
        return Task.FromResult(Answer);
    }

    public Task<Delivery> AskAsync(Guid id, CancellationToken cancel) => Task.FromResult<Delivery>(new Delivery.NotThere());

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
