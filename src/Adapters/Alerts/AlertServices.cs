using Azure.Communication.Email;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using ShipBy.Adapters.Alerts.Chat;
using ShipBy.Application.Alerts;
using ShipBy.Application.Budgets;
using ShipBy.Application.Settings;
using ShipBy.Domain.Alerts;

namespace ShipBy.Adapters.Alerts;

/// <summary>Wires the routes by which notices leave.</summary>
public static class AlertServices
{
    /// <summary>Binds and judges <c>Alerts__*</c> and adds the routes they choose. Asks for <see cref="GuardOptions"/> and <c>TimeProvider</c>, for chats for <see cref="MachineClock"/>.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<AlertOptions>, AlertSettings>();
        services.AddOptions<AlertOptions>().BindReadable(configuration.GetSection(AlertOptions.Section), AlertOptions.Section).ValidateOnStart();
        services.AddChats(configuration.GetSection(AlertOptions.Section + ":Chats"));
        return services.AddSingleton(provider => Routes(
            provider.GetRequiredService<IOptions<AlertOptions>>().Value, provider.GetRequiredService<ChatChannels>(),
            provider.GetRequiredService<GuardOptions>(), provider.GetRequiredService<TimeProvider>()));
    }

    private static AlertRoutes Routes(AlertOptions options, ChatChannels chats, GuardOptions guard, TimeProvider time)
    {
        var mails = MailBudget.Of(guard);
        var first = new AlertRoute(AlertRoute.MainMail, Contact.First, Severity.Info, MailTo(guard.Contact, options, guard, time), mails);
        var second = new AlertRoute(AlertRoute.SecondMail, Contact.Second, Severity.Critical, MailTo(guard.SecondContact, options, guard, time), mails);
        return new AlertRoutes([first, .. guard.SecondContact.Length == 0 ? (AlertRoute[])[] : [second], .. chats.Routes.Select(RouteOf)]);
    }

    private static AlertRoute RouteOf(ChatRoute chat) => new(
        chat.Name,
        Enum.Parse<Contact>(chat.Contact, ignoreCase: true),
        Enum.Parse<Severity>(chat.From, ignoreCase: true),
        chat.Channel,
        [new BudgetWindow($"chat-{chat.Name}", Duration.FromMinutes(1), chat.PerMinute, Reserve: chat.PerMinute / 5)]);

    private static IAlertChannel MailTo(string recipient, AlertOptions options, GuardOptions guard, TimeProvider time) => options.Kind switch
    {
        _ when recipient.Length == 0 => new DeskOnlyChannel(),
        "acs" => new AcsEmailChannel(Client(options), options.Sender, recipient, guard.MailPatience),
        "smtp" => new SmtpChannel(options, recipient, guard.MailPatience, time),
        "folder" => new OutboxFolderChannel(options.Folder, new Envelope(options.Sender, recipient, time)),
        _ => new DeskOnlyChannel(),
    };

    internal static EmailClient Client(AlertOptions options)
    {
        var client = new EmailClientOptions();

        // The pipeline would sit out a 429 of minutes inside the function; and what a repeated send does, the ledger decides.
        client.Retry.MaxRetries = 0;
        client.Retry.NetworkTimeout = options.Timeout;
        return options.ConnectionString.Length > 0
            ? new EmailClient(options.ConnectionString, client)
            : new EmailClient(new Uri(options.Endpoint), new DefaultAzureCredential(), client);
    }
}
