using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Alerts.Chat;

public static class ChatServices
{
    /// <summary>Reads and judges the chats and adds <see cref="ChatChannels"/>. Asks for <see cref="MachineClock"/>.</summary>
    /// <param name="chats">The section <c>Alerts:Chats</c>: one child a chat. None is fine.</param>
    public static IServiceCollection AddChats(this IServiceCollection services, IConfiguration chats)
    {
        services.AddOptions<ChatReading>().Configure(reading => ChatSettings.Read(chats, reading)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ChatReading>, ChatReading.Judge>();
        return services.AddSingleton(provider => new ChatChannels(provider.GetRequiredService<IOptions<ChatReading>>().Value.Chats, provider.GetRequiredService<MachineClock>()));
    }
}
