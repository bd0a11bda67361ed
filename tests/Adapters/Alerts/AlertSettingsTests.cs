using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShipBy.Adapters.Alerts;
using ShipBy.Application.Alerts;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Tests.Alerts;

public class AlertSettingsTests
{
    private const string Key = "c2VjcmV0";

    [Theory]
    [InlineData("", "", "DeskOnlyChannel")]
    [InlineData("a@b.example", "Kind=none", "DeskOnlyChannel")]
    [InlineData("", "Kind=folder;Folder=x;Sender=s@b.example", "DeskOnlyChannel")]       // nobody to write to
    [InlineData("a@b.example", "Kind=folder;Folder=x;Sender=s@b.example", "OutboxFolderChannel")]
    [InlineData("a@b.example", "Kind=smtp;Smtp:Host=mail.example;Sender=s@b.example", "SmtpChannel")]
    [InlineData("a@b.example", "Kind=smtp;Smtp:Host=mail.example;Smtp:Port=465;Smtp:Tls=implicit;Smtp:User=u;Smtp:Password=p;Sender=s@b.example", "SmtpChannel")]
    [InlineData("a@b.example", "Kind=acs;ConnectionString=endpoint#https://m.example/,accesskey#" + Key + ";Sender=s@b.example", "AcsEmailChannel")]
    [InlineData("a@b.example", "Kind=acs;Endpoint=https://m.example;Sender=s@b.example", "AcsEmailChannel")]
    public void SoundSettings_ChooseTheChannel(string contact, string settings, string expected) =>
        Assert.Equal(expected, Services(contact, settings).GetRequiredService<AlertRoutes>().Find(AlertRoute.MainMail)!.Channel.GetType().Name);

    [Theory]
    [InlineData("a@b.example", "", "Alerts__Kind is missing")]
    [InlineData("a@b.example", "Kind=mail", "Alerts__Kind is none of")]
    [InlineData("nobody", "Kind=none", "ShipBy__Contact")]
    [InlineData("a@b.example", "Kind=folder;Sender=s@b.example", "Alerts__Folder")]
    [InlineData("a@b.example", "Kind=folder;Folder=x", "Alerts__Sender")]
    [InlineData("a@b.example", "Kind=smtp;Sender=s@b.example", "Alerts__Smtp__Host")]
    [InlineData("a@b.example", "Kind=smtp;Smtp:Host=m;Smtp:Port=0;Sender=s@b.example", "Alerts__Smtp__Port")]
    [InlineData("a@b.example", "Kind=smtp;Smtp:Host=m;Smtp:Port=65536;Sender=s@b.example", "Alerts__Smtp__Port")]
    [InlineData("a@b.example", "Kind=smtp;Smtp:Host=m;Smtp:Tls=ssl;Sender=s@b.example", "Alerts__Smtp__Tls is none of")]
    [InlineData("a@b.example", "Kind=smtp;Smtp:Host=m;Smtp:Tls=none;Smtp:User=u;Sender=s@b.example", "would travel readable")]
    [InlineData("a@b.example", "Kind=acs;Sender=s@b.example", "Alerts__ConnectionString is missing")]
    [InlineData("a@b.example", "Kind=acs;Endpoint=http://m.example;Sender=s@b.example", "Alerts__Endpoint")]
    [InlineData("a@b.example", "Kind=acs;ConnectionString=accesskey#" + Key + ";Sender=s@b.example", "Alerts__ConnectionString is not whole")]
    [InlineData("a@b.example", "Kind=none;Timeout=00:00:00.999", "Alerts__Timeout")]
    [InlineData("a@b.example", "Kind=none;Timeout=00:05:00.001", "Alerts__Timeout")]
    public void AFlaw_StopsTheStart_WithTheSettingToChange(string contact, string settings, string said)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Services(contact, settings).GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, error.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(string contact, string settings) => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(new MachineClock(TimeProvider.System))
        .AddSingleton(new GuardOptions { Contact = contact })
        .AddAlerts(new ConfigurationBuilder().AddInMemoryCollection(settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Pair)).Build())
        .BuildServiceProvider();

    private static KeyValuePair<string, string?> Pair(string setting) =>
        KeyValuePair.Create("Alerts:" + setting.Split('=')[0], (string?)setting.Split('=', 2)[1].Replace('#', '=').Replace(',', ';'));
}
