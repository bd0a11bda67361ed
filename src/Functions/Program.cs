using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ShipBy.Adapters.Alerts;
using ShipBy.Adapters.Api;
using ShipBy.Adapters.Api.Desk;
using ShipBy.Adapters.Calendars;
using ShipBy.Adapters.Costs;
using ShipBy.Adapters.Doctor;
using ShipBy.Adapters.FirstUse;
using ShipBy.Adapters.Marketplaces;
using ShipBy.Adapters.Marketplaces.Ozon.Push;
using ShipBy.Adapters.Printing;
using ShipBy.Adapters.Quality;
using ShipBy.Adapters.Reporting;
using ShipBy.Adapters.Storage;
using ShipBy.Application;
using ShipBy.Application.Batches;
using ShipBy.Application.Doctor;
using ShipBy.Application.Settings;
using ShipBy.Pages;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();

var errors = new ErrorCount();
builder.Logging.AddProvider(errors);

// The web server's own lines carry whole addresses, and Ozon's push address holds a secret.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
builder.Services
    .AddSingleton(errors)
    .AddSingleton(TimeProvider.System)
    .AddSingleton(new MachineClock(TimeProvider.System))
    .AddGuardSettings(builder.Configuration)
    .AddGuard()
    .AddStorage(builder.Configuration)
    .AddShopHours(builder.Configuration)
    .AddShops(builder.Configuration.GetSection("Shops"), ShopHoursServices.ZoneOf(builder.Configuration))
    .AddCosts(builder.Configuration)
    .AddQuality(builder.Configuration)
    .AddAlerts(builder.Configuration)
    .AddCheckup()
    .AddStorageProbes(builder.Configuration)
    .AddChannelProbes()
    .AddFirstUse(builder.Configuration)
    .AddPages()
    .AddSingleton<OzonPushDoor>()
    .AddSingleton<InstructionApi>()
    .AddDeskApi()
    .AddSingleton<ILabelBinder, PdfBinder>()
    .AddSingleton<OrderReport>();

await builder.Build().RunAsync();
