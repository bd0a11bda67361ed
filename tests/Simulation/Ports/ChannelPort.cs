using ShipBy.Application.Alerts;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Orders;
using ShipBy.Simulation.Faults;
using ShipBy.Simulation.Outside;

namespace ShipBy.Simulation.Ports;

/// <summary>A channel as one instance reaches it. A letter keeps the mail that it was written from, so that the mailbox knows what it says.</summary>
internal sealed class ChannelPort(Seam seam, Mailbox mailbox) : IAlertChannel
{
    public Task<Delivery> SendAsync(Guid id, Letter letter, CancellationToken cancel)
    {
        var notice = ((Content)letter.Headers).Notice;
        mailbox.Try(seam.Life, id, notice);

        return seam.CallAsync<Delivery>(
            CallSite.MailSend,
            "",
            _ =>
            {
                mailbox.Accept(seam.Life, id, notice);
                return new Delivery.Accepted();
            },
            fault => fault switch
            {
                FaultKind.Busy => new Delivery.Busy(TimeSpan.FromSeconds(seam.Play.Chance.Between(1, 60))),
                FaultKind.Refused => new Delivery.Refused("the sender's domain is not verified"),
                _ => new Delivery.Undecided($"{fault}"),
            });
    }

    public Task<Delivery> AskAsync(Guid id, CancellationToken cancel) => mailbox.CanTell
        ? seam.CallAsync<Delivery>(
            CallSite.MailAsk,
            "",
            _ => mailbox.Has(id) ? new Delivery.Accepted() : new Delivery.NotThere(),
            _ => new Delivery.Busy(TimeSpan.FromSeconds(seam.Play.Chance.Between(1, 60))))
        : Task.FromResult<Delivery>(new Delivery.Undecided("a mail server cannot tell"));

    /// <summary>Writes nothing: the letter holds the notice itself.</summary>
    public sealed class Writer : ILetterWriter
    {
        public Task<Letter> WriteAsync(Notice notice, IReadOnlyDictionary<OrderKey, CostOfMissing> costs, CancellationToken cancel) => Task.FromResult(new Letter("", "", "", new Content(notice)));
    }

    private sealed class Content(Notice notice) : Dictionary<string, string>
    {
        public Notice Notice { get; } = notice;
    }
}
