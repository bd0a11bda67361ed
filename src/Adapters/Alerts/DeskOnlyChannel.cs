using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Alerts;

/// <summary>No mails at all: the seller's page shows every warning, and says that nobody is written to.</summary>
internal sealed class DeskOnlyChannel : IAlertChannel
{
    public bool ReachesNobody => true;

    public Task<Delivery> SendAsync(Guid id, Letter letter, CancellationToken cancel) => Task.FromResult<Delivery>(new Delivery.Accepted());

    public Task<Delivery> AskAsync(Guid id, CancellationToken cancel) => Task.FromResult<Delivery>(new Delivery.NotThere());
}
