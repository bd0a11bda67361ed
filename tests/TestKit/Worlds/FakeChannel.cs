using System.Globalization;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Orders;

namespace ShipBy.TestKit.Worlds;

/// <summary>A mail service that keeps what it accepted and answers as a test scripts it; without a script it accepts.</summary>
public sealed class FakeChannel : IAlertChannel, ILetterWriter
{
    private readonly Dictionary<Guid, Notice> _written = [];

    /// <value>Who wrote the letters, where another channel of the same app did.</value>
    public FakeChannel? Writes { get; set; }

    public List<Notice> Accepted { get; } = [];

    /// <value>Answers to the next sends, in order.</value>
    public Queue<Answer> Script { get; } = new();

    /// <value>What the last letter was given to say about costs.</value>
    public IReadOnlyDictionary<OrderKey, CostOfMissing> Costs { get; private set; } = new Dictionary<OrderKey, CostOfMissing>();

    public int Sends { get; private set; }

    /// <value>False: it is like SMTP, which cannot be asked.</value>
    public bool CanTell { get; set; } = true;

    /// <value>Runs before a letter is written: time that passes between the ledger and the channel.</value>
    public Action? BeforeWriting { get; set; }

    /// <value>Pairs "number/rung" of all accepted mails, in order.</value>
    public IEnumerable<string> Pairs => Accepted.SelectMany(mail => mail.Warnings).SelectMany(line => line.Rungs.Select(rung => $"{line.Order.Number}/{rung}"));

    public Task<Letter> WriteAsync(Notice notice, IReadOnlyDictionary<OrderKey, CostOfMissing> costs, CancellationToken cancel)
    {
        BeforeWriting?.Invoke();
        lock (_written)
        {
            _written[notice.Id] = notice;
            Costs = costs;
        }

        return Task.FromResult(new Letter(notice.Warnings.Count.ToString(CultureInfo.InvariantCulture), "", "", new Dictionary<string, string>()));
    }

    public Task<Delivery> SendAsync(Guid id, Letter letter, CancellationToken cancel)
    {
        Sends++;
        var answer = Script.Count > 0 ? Script.Dequeue() : new Answer(new Delivery.Accepted(), TakesEffect: true);
        if (answer.TakesEffect && (!CanTell || Accepted.All(mail => mail.Id != id)))
        {
            Accepted.Add((Writes ?? this)._written[id]);
        }

        return Task.FromResult(answer.Delivery);
    }

    public Task<Delivery> AskAsync(Guid id, CancellationToken cancel) => Task.FromResult<Delivery>(
        !CanTell ? new Delivery.Undecided("cannot tell") : Accepted.Any(mail => mail.Id == id) ? new Delivery.Accepted() : new Delivery.NotThere());

    /// <param name="TakesEffect">Whether the mail arrives, whatever the answer says.</param>
    public sealed record Answer(Delivery Delivery, bool TakesEffect = false);
}
