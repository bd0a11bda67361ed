using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Orders;

namespace ShipBy.Cli.Backtest;

/// <summary>A notice that the channel took.</summary>
internal sealed record PlayedMail(Instant At, IReadOnlyList<WarningLine> Warnings);

/// <summary>Takes every notice at once and remembers when. What a notice looks like does not matter here, so none is written out.</summary>
internal sealed class PlayedMailbox(PlayClock clock) : IAlertChannel, ILetterWriter
{
    private static readonly Letter Unwritten = new("", "", "", new Dictionary<string, string>());

    private readonly Dictionary<Guid, Notice> _written = [];
    private readonly HashSet<Guid> _taken = [];

    public List<PlayedMail> Mails { get; } = [];

    public Task<Letter> WriteAsync(Notice notice, IReadOnlyDictionary<OrderKey, CostOfMissing> costs, CancellationToken cancel)
    {
        _written[notice.Id] = notice;
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
