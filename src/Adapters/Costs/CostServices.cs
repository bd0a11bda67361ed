using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Costs;

public static class CostServices
{
    /// <summary>Adds the table of costs that <c>ShipBy__CostTable</c> names.</summary>
    /// <exception cref="ValidationException">The table cannot be used; the message names its file and every flaw.</exception>
    public static IServiceCollection AddCosts(this IServiceCollection services, IConfiguration configuration)
    {
        try
        {
            return services.AddSingleton(CostFile.Read(configuration.GetSection(GuardOptions.Section)[nameof(GuardOptions.CostTable)] ?? new GuardOptions().CostTable));
        }
        catch (InvalidSellerFileException invalid)
        {
            throw new ValidationException($"ShipBy__CostTable: {invalid.Message}", invalid);
        }
    }
}
