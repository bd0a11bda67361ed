using NodaTime;
using ShipBy.Application.Alerts;

namespace ShipBy.Cli.Backtest;

/// <summary>A mail that the channel took.</summary>
internal sealed record PlayedMail(Instant At, IReadOnlyList<WarningLine> Warnings);

/// <summary>Takes every mail at once and remembers when. What a mail looks like does not matter here, so none is written out.</summary>
internal sealed class PlayedMailbox(PlayClock clock) : IAlertChannel, ILetterWriter
{
    private static readonly Letter Unwritten = new("", "", "", new Dictionary<string, string>());

    private readonly Dictionary<Guid, Mail> _written = [];
    private readonly HashSet<Guid> _taken = [];

    public List<PlayedMail> Mails { get; } = [];

    public Task<Letter> WriteAsync(Mail mail, CancellationToken cancel)
    {
        _written[mail.Id] = mail;
        return Task.FromResult(Unwritten);
    }

    public Task<Delivery> SendAsync(Guid id, Letter letter, CancellationToken cancel)
    {
        if (_taken.Add(id))
        {
            Mails.Add(new PlayedMail(clock.Now, _written[id].Warnings));
        }

        return Task.FromResult<Delivery>(new Delivery.Accepted());
    }

    public Task<Delivery> AskAsync(Guid id, CancellationToken cancel) => Task.FromResult<Delivery>(_taken.Contains(id) ? new Delivery.Accepted() : new Delivery.NotThere());
}
