using Microsoft.Extensions.Configuration;
using ShipBy.Adapters.Alerts.Chat;
using ShipBy.Application.Alerts;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Tests.Alerts.Chat;

internal static class ChatSetup
{
    public const string Name = "group-1";

    /// <summary>Reads one chat's settings as the app does.</summary>
    public static ChatReading Read(IEnumerable<(string Field, string Value)> settings, string name = Name)
    {
        var reading = new ChatReading();
        ChatSettings.Read(Configuration(settings, name), reading);
        return reading;
    }

    public static IConfiguration Configuration(IEnumerable<(string Field, string Value)> settings, string name = Name) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"{name}:{setting.Field}", (string?)setting.Value))).Build();

    public static ChatChannels Open(ChatOptions chat, TimeProvider clock) => new([chat], new MachineClock(clock));

    public static async Task<Delivery> SendOnceAsync(ChatOptions chat, TimeProvider clock, Letter? letter = null)
    {
        using var chats = Open(chat, clock);
        return await chats.Routes[0].Channel.SendAsync(Sample.Id, letter ?? Sample.Letter, TestContext.Current.CancellationToken);
    }
}
