using Microsoft.Extensions.DependencyInjection;

namespace ShipBy.Application.Doctor;

public static class CheckupServices
{
    /// <summary>Adds the check-up with what it can look at by the ports alone, and the test alert. Adapters add their own <see cref="IProbe"/>s.</summary>
    public static IServiceCollection AddCheckup(this IServiceCollection services) => services
        .AddSingleton<Checkup>()
        .AddSingleton<TestAlert>()
        .AddSingleton<ClocksProbe>()
        .AddSingleton<IProbe, ShopKeysProbe>()
        .AddSingleton<IProbe, ShopReadsProbe>()
        .AddSingleton<IProbe, ContactsProbe>()
        .AddSingleton<IProbe, QuotaProbe>()
        .AddSingleton<IProbe, PageProbe>();
}
