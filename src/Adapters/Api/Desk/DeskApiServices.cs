using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.SellerFiles.Bills;
using ShipBy.Application.Bills;

namespace ShipBy.Adapters.Api.Desk;

public static class DeskApiServices
{
    /// <summary>Adds what the desk's pages can do, for machines. It asks for the use cases.</summary>
    public static IServiceCollection AddDeskApi(this IServiceCollection services) => services
        .AddTransient<IApiArea, OrdersApi>()
        .AddTransient<IApiArea, BatchesApi>()
        .AddTransient<IApiArea, ViewsApi>()
        .AddTransient<IApiArea, CarriersApi>()
        .AddTransient<IApiArea, QualityApi>()
        .AddTransient<IApiArea, CausesApi>()
        .AddTransient<IApiArea, ImprovementsApi>()
        .AddTransient<IApiArea, StockApi>()
        .AddTransient<IApiArea, CountsApi>()
        .AddTransient<IApiArea, PurchasesApi>()
        .AddTransient<IApiArea, HolidaysApi>()
        .AddTransient<IApiArea, WaybillsApi>()
        .AddSingleton<IBillReader, PastedBill>()
        .AddTransient<IApiArea, BillsApi>()
        .AddTransient<IApiArea, SampleApi>()
        .AddTransient<ApiDoor>();
}
