using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShipBy.Application.Batches;
using ShipBy.Application.Bills;
using ShipBy.Application.Carriers;
using ShipBy.Application.Desk;
using ShipBy.Application.FirstUse;
using ShipBy.Application.Holidays;
using ShipBy.Application.Peaks;
using ShipBy.Application.Preparing;
using ShipBy.Application.Quality;
using ShipBy.Application.Shipping;
using ShipBy.Application.Stockroom;
using ShipBy.Application.Waybills;
using ShipBy.Domain.Bills;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Checkup;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Tests.Access;
using ShipBy.Pages.Tests.FirstUse;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Pages.Tests.Orders;

/// <summary>The desk behind a real server, with the real use cases on a ledger.</summary>
internal sealed class WorldDesk : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WorldDesk(WebApplication app, World world) => (_app, World) = (app, world);

    public World World { get; }

    public Uri Address => new(_app.Urls.Single());

    /// <param name="language">Of the desk.</param>
    public static async Task<WorldDesk> StartAsync(string language = "en", Action<World>? prepare = null, FakeTrial? outside = null)
    {
        var world = new World(options => (options.Language, options.DeskKey, options.TimeZone, options.PackerKey) = (language, Sample.DeskKey, "Europe/Moscow", "a-packers-key-for-tests"));
        prepare?.Invoke(world);
        world.AddPorts += (outside ?? new FakeTrial()).AddTo;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddPages().AddSingleton(Options.Create(world.Options)).AddSingleton<TimeProvider>(world.Clock)
            .AddSingleton(_ => world.Desk).AddSingleton(_ => world.Of<ITicketStore>()).AddSingleton(_ => world.Of<SavedViews>()).AddSingleton(_ => world.Of<Checklists>())
            .AddSingleton(_ => world.Of<LookAtOrder>()).AddSingleton(_ => world.Of<PrepareOrder>()).AddSingleton(_ => world.Of<InstructOrder>()).AddSingleton(_ => world.Of<ForecastParcels>()).AddSingleton(_ => world.Of<PlanBatch>()).AddSingleton(_ => world.Of<ShipBatch>()).AddSingleton(_ => world.Of<LookAtBatch>()).AddSingleton(_ => new PrintBatch(world.Of<Application.Marketplaces.Channels>(), new FirstFile(), world.Of<ChangeOrder>())).AddSingleton(_ => world.Of<Application.Marketplaces.Pools>());
        builder.Services.AddSingleton(_ => world.Of<PickList>())
            .AddSingleton(_ => world.Of<LookAtStock>()).AddSingleton(_ => world.Of<ProductCards>()).AddSingleton(_ => world.Of<ChangeCard>()).AddSingleton(_ => world.Of<TakeStock>()).AddSingleton(_ => world.Of<Purchases>()).AddSingleton(_ => world.Of<SuggestReorders>()).AddSingleton(_ => world.Of<ExportStockroom>());
        builder.Services.AddSingleton(_ => world.Of<LookAtQuality>()).AddSingleton(_ => world.Of<CompareIndex>()).AddSingleton(_ => world.Of<LookAtCauses>()).AddSingleton(_ => world.Of<Improvements>()).AddSingleton(_ => world.Of<JudgeOrder>());
        builder.Services.AddSingleton(_ => world.Of<CarrierTable>()).AddSingleton(_ => world.Of<LookAtCarriers>()).AddSingleton(_ => world.Of<LookAtHolidays>()).AddSingleton(_ => world.Of<StartBatch>()).AddSingleton(_ => world.Of<ProposeCarriers>()).AddSingleton(_ => world.Of<GiveNumbersBack>()).AddSingleton(_ => world.Of<WaybillStock>()).AddSingleton(_ => world.Of<CompareBill>()).AddSingleton<IBillReader, SpacedBills>();
        builder.Services.AddSingleton(_ => world.Of<SampleDesk>()).AddSingleton(_ => world.Of<StartDrafts>()).AddSingleton(_ => world.Of<SetUpDesk>()).AddSingleton(_ => world.Of<ICountText>());
        builder.Services.Remove(builder.Services.Single(service => service.ServiceType == typeof(IDeskArea) && service.ImplementationType == typeof(CheckupArea)));
        var app = builder.Build();
        DeskSite.Map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new WorldDesk(app, world);
    }

    /// <summary>A browser that has entered.</summary>
    public async Task<Browser> EnterAsync(string by = "Anna", string key = Sample.DeskKey)
    {
        var browser = new Browser(Address);
        await browser.PostAsync("/api/enter", ("key", key), ("by", by));
        return browser;
    }

    /// <summary>Stands in for the binder, which has tests of its own.</summary>
    private sealed class FirstFile : ILabelBinder
    {
        public byte[]? TryBind(IReadOnlyList<byte[]> files) => files[0];
    }

    /// <summary>Stands in for the reader, which has tests of its own: a number, roubles, grams in a line.</summary>
    private sealed class SpacedBills : IBillReader
    {
        public BillReading Read(string text, string? currency) => new(
            [.. text.Split('\n').Select(line => line.Trim().Split(' ')).Where(cells => cells.Length == 3).Select((cells, index) => new BillLine(index + 1, cells[0], BillCharge.Delivery, new Money(long.Parse(cells[1], CultureInfo.InvariantCulture) * 100, "RUB"), int.Parse(cells[2], CultureInfo.InvariantCulture)))],
            [.. text.Split('\n').Where(line => line.Trim().Split(' ').Length != 3)]);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
