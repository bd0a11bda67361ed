using Microsoft.Extensions.DependencyInjection;
using ShipBy.Application.Alerts;
using ShipBy.Application.Doctor;
using ShipBy.Pages.Access;
using ShipBy.Pages.Checkup;
using ShipBy.Pages.Letters;
using ShipBy.Pages.Rendering;

namespace ShipBy.Pages;

public static class PagesServices
{
    /// <summary>Adds the letter writer and the desk. They ask for <c>IOptions&lt;GuardOptions&gt;</c>, <c>TimeProvider</c>, logging, <c>IDesk</c>, <c>ITicketStore</c> and the check-up.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton<ComponentPress>()
        .AddSingleton<ILetterWriter, LetterWriter>()
        .AddSingleton<ITestLetterWriter, TestLetterWriter>()
        .AddSingleton<DeskAccess>()
        .AddTransient<CheckupPages>()
        .AddTransient<DeskPages>();
}
