using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Application.Quality;
using ShipBy.Application.Settings;
using ShipBy.Domain.Quality;

namespace ShipBy.Adapters.Quality;

public static class QualityServices
{
    /// <summary>Adds what key figures are judged by: the table that <c>ShipBy__FigureTable</c> names, and the defects of <c>ShipBy__CountedDefects</c>.</summary>
    /// <exception cref="ValidationException">One of them cannot be used; the message names the setting and every flaw.</exception>
    public static IServiceCollection AddQuality(this IServiceCollection services, IConfiguration configuration)
    {
        var (section, usual) = (configuration.GetSection(GuardOptions.Section), new GuardOptions());
        try
        {
            return services
                .AddSingleton(ThresholdFile.Read(section[nameof(GuardOptions.FigureTable)] ?? usual.FigureTable))
                .AddSingleton(new QualityRules(KindsOf(section[nameof(GuardOptions.CountedDefects)] ?? usual.CountedDefects)));
        }
        catch (InvalidSellerFileException invalid)
        {
            throw new ValidationException($"ShipBy__FigureTable: {invalid.Message}", invalid);
        }
    }

    internal static DefectKinds KindsOf(string text) => text.Any(char.IsAsciiLetter) && !text.Any(char.IsAsciiDigit) && Enum.TryParse<DefectKinds>(text, ignoreCase: true, out var kinds) && kinds != DefectKinds.None
        ? kinds
        : throw new ValidationException($"ShipBy__CountedDefects: '{text}' names no defects; write some of {string.Join(", ", Enum.GetNames<DefectKind>())} with commas between, or All.");
}
