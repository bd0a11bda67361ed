using Microsoft.Extensions.DependencyInjection;
using ShipBy.Application.Alerts;
using ShipBy.Application.Doctor;
using ShipBy.Application.Holidays;
using ShipBy.Pages.Access;
using ShipBy.Pages.Batches;
using ShipBy.Pages.Carriers;
using ShipBy.Pages.Checkup;
using ShipBy.Pages.FirstUse;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Holidays;
using ShipBy.Pages.Letters;
using ShipBy.Pages.Links;
using ShipBy.Pages.Orders;
using ShipBy.Pages.Peaks;
using ShipBy.Pages.Quality;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Stockroom;
using ShipBy.Pages.Today;
using ShipBy.Pages.Why;

namespace ShipBy.Pages;

public static class PagesServices
{
    /// <summary>Adds the letter writer, the desk and the links' pages. They ask for <c>IConfiguration</c>, <c>IOptions&lt;GuardOptions&gt;</c>, <c>TimeProvider</c>, logging, <c>IDesk</c>, <c>ITicketStore</c>, <c>FollowLink</c>, the check-up, <c>Pools</c> and what leads from an empty desk to a shop.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton<ComponentPress>()
        .AddSingleton<ILetterWriter, LetterWriter>()
        .AddSingleton<ITestLetterWriter, TestLetterWriter>()
        .AddSingleton<DeskAccess>()
        .AddSingleton<PlatformLogin>()
        .AddSingleton<DeskVisitor>()
        .AddSingleton<FramePages>()
        .AddSingleton<IHolidayWriter, HolidayWriter>()
        .AddSingleton<SearchAddress>()
        .AddTransient<StockDoor>()
        .AddTransient<IDeskArea, TodayArea>()
        .AddTransient<IDeskArea, OrderArea>()
        .AddTransient<IDeskArea, ChecklistArea>()
        .AddTransient<IDeskArea, BatchArea>()
        .AddTransient<IDeskArea, StockArea>()
        .AddTransient<IDeskArea, StockFileArea>()
        .AddTransient<IDeskArea, CountArea>()
        .AddTransient<IDeskArea, PurchaseArea>()
        .AddTransient<IDeskArea, ReorderArea>()
        .AddTransient<IDeskArea, CarriersArea>()
        .AddTransient<IDeskArea, NumbersArea>()
        .AddTransient<IDeskArea, BillArea>()
        .AddTransient<IDeskArea, PeakArea>()
        .AddTransient<IDeskArea, QualityArea>()
        .AddTransient<IDeskArea, WhyArea>()
        .AddTransient<IDeskArea, ImprovementArea>()
        .AddTransient<IDeskArea, HolidayArea>()
        .AddTransient<IDeskArea, CheckupArea>()
        .AddTransient<StartPresses>()
        .AddTransient<IDeskArea, StartArea>()
        .AddTransient<IDeskArea, SampleArea>()
        .AddTransient<DoorPages>()
        .AddTransient<DeskDoor>()
        .AddTransient<LinkPages>();
}
