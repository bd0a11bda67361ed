using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShipBy.Application.Settings;

namespace ShipBy.Application.Tests.Settings;

public sealed class UnreadableSettingsTests
{
    private const string Value = "x-value-nobody-may-see";

    [Fact]
    public void TheStart_IsStoppedByAllOfThem_ByNameAndNeverByValue()
    {
        using var provider = Settings(("ShipBy:PollOverlap", Value), ("ShipBy:EarlyWarningAt", Value), ("ShipBy:Language", "en"));

        var stopped = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Equal(
            ["ShipBy__EarlyWarningAt cannot be read: write a number such as 0.5.", "ShipBy__PollOverlap cannot be read: write a time such as 00:10:00."],
            stopped.Failures.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Value, stopped.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatCanBeRead_IsBound()
    {
        using var provider = Settings(("ShipBy:PollOverlap", "00:03:00"), ("ShipBy:EarlyWarningAt", "0.25"));

        var options = provider.GetRequiredService<GuardOptions>();

        Assert.Equal((TimeSpan.FromMinutes(3), 0.25), (options.PollOverlap, options.EarlyWarningAt));
    }

    private static ServiceProvider Settings(params (string Name, string Value)[] settings) => new ServiceCollection()
        .AddGuardSettings(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Name, one => (string?)one.Value)).Build())
        .BuildServiceProvider();
}
