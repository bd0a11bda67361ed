using Microsoft.Extensions.Options;
using NodaTime;
using ShipBy.Adapters.Alerts;
using ShipBy.Adapters.Alerts.Chat;
using ShipBy.Application.Doctor;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Doctor;

/// <summary>Where mails go, and whether a channel may take longer than its sender waits before asking about it.</summary>
internal sealed class MailProbe(IOptions<AlertOptions> alerts, IOptions<ChatReading> chats, GuardOptions options) : IProbe
{
    public Area Area => Area.Channels;

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Finding>>(
    [
        .. alerts.Value.Kind == "folder" && options.Contact.Length > 0 ? (Finding[])[new Finding(Area, Fact.MailsToFolder)] : [],
        .. from timeout in TimeOuts()
           where timeout.Length >= options.MailPatience
           select new Finding(Area, Fact.PatienceTooShort, timeout.Setting) { Time = Duration.FromTimeSpan(timeout.Length) },
    ]);

    private IEnumerable<(string Setting, TimeSpan Length)> TimeOuts() =>
        (alerts.Value.Kind is "acs" or "smtp" ? [("Alerts__Timeout", alerts.Value.Timeout)] : Array.Empty<(string, TimeSpan)>())
        .Concat(chats.Value.Chats.Select(chat => (chat.Setting("Timeout"), chat.Timeout)));
}
