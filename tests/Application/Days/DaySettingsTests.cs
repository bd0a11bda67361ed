using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShipBy.Application.Settings;

namespace ShipBy.Application.Tests.Days;

public sealed class DaySettingsTests
{
    [Theory]
    [InlineData("ShipBy:MorningPlanAt", "25:00", "ShipBy__MorningPlanAt")]
    [InlineData("ShipBy:EveningReportAt", "8 pm", "ShipBy__EveningReportAt")]
    public void AHourThatIsNone_StopsTheStart_ByItsName(string setting, string value, string named) =>
        Assert.Contains(named, Assert.Throws<OptionsValidationException>(() => Options(setting, value)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("ShipBy:MorningPlanAt")]
    [InlineData("ShipBy:EveningReportAt")]
    public void NoHour_IsASetting(string setting) => Assert.NotNull(Options(setting, ""));

    private static GuardOptions Options(string setting, string value) => new ServiceCollection()
        .AddGuardSettings(new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build())
        .BuildServiceProvider()
        .GetRequiredService<GuardOptions>();
}
