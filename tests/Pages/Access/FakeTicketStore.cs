using System.Collections.Concurrent;
using NodaTime;
using ShipBy.Application.Desk;

namespace ShipBy.Pages.Tests.Access;

internal sealed class FakeTicketStore : ITicketStore
{
    private readonly ConcurrentDictionary<string, Instant> _used = new();

    public Task<bool> TryUseAsync(string nonce, Instant expires, CancellationToken cancel) => Task.FromResult(_used.TryAdd(nonce, expires));
}
