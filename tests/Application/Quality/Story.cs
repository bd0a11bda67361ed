using NodaTime;
using ShipBy.Application.Importing;
using ShipBy.Application.Preparing;
using ShipBy.Application.Shipping;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;
using ShipBy.Domain.Quality;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Quality;

/// <summary>What happens to one order outside of ShipBy, and why it ends as it does.</summary>
/// <param name="Known">Null for one that ends well.</param>
internal sealed record Story(OrderKey Order, CauseKind? Known, IReadOnlyList<(Instant At, Func<World, Task> Happens)> Events)
{
    /// <summary>Begins a story with an order that is seen as soon as it is there.</summary>
    public static StoryTeller Of(int number, Instant ordered, Duration time) => new(number, ordered, time);
}

/// <summary>Tells a story one event after the other. Hours count from the limit.</summary>
internal sealed class StoryTeller(int number, Instant ordered, Duration time)
{
    private static readonly Sku Plenty = Sample.Mug;

    private readonly List<(Instant, Func<World, Task>)> _events = [];

    private readonly OrderKey _key = new("shop", $"M-{number:0000}");

    private readonly Sku _scarce = Sku.Parse($"SCARCE-{number:0000}");

    private Posting? _posting;

    public Instant Limit { get; } = ordered + time;

    /// <param name="seen">Hours before the limit; null: at once.</param>
    public StoryTeller Comes(bool scarce = false, double? seen = null, PostingStatus status = PostingStatus.AwaitingPackaging, params PostingRemark[] remarks)
    {
        var first = Sample.Posting with
        {
            Key = _key,
            InProcessAt = ordered,
            ShipBy = Limit,
            Status = status,
            RawStatus = status is PostingStatus.Unknown ? "a_new_word" : "awaiting_packaging",
            Flaw = status is PostingStatus.Unknown ? "status 'a_new_word' is not a known word" : null,
            Remarks = remarks,
            Lines = [new OrderLine(scarce ? _scarce : Plenty, "Mug", 1, new Money(100_000, "RUB"))],
        };
        _posting = first;
        return On(seen is { } before ? Limit - Duration.FromHours(before) : ordered, world =>
        {
            world.Marketplace.Present.TryAdd(_scarce, 0);
            world.Marketplace.Show(first);
            return Task.CompletedTask;
        });
    }

    public StoryTeller Shows(double hours, PostingStatus status, string word, string? cancelReason = null)
    {
        var next = _posting! with { Status = status, RawStatus = word, Flaw = null, CancelReason = cancelReason, CancelledAfterShip = cancelReason is not null && _posting.Status == PostingStatus.HandedOver };
        _posting = next;
        return On(At(hours), world =>
        {
            world.Marketplace.Show(next);
            return Task.CompletedTask;
        });
    }

    public StoryTeller Packed(double hours) => Shows(hours, PostingStatus.AwaitingHandOver, "awaiting_deliver");

    public StoryTeller HandedOver(double hours) => Shows(hours, PostingStatus.HandedOver, "delivering");

    public StoryTeller Cancelled(double hours, string reason) => Shows(hours, PostingStatus.Cancelled, "cancelled", reason);

    public StoryTeller Acknowledged(double hours) => On(At(hours), world => world.Desk.AcknowledgeAsync(_key, "Anna", default));

    public StoryTeller PackedAtTheTable(double hours) => On(At(hours), world => world.Of<PrepareOrder>().MarkAsync(_key, PreparationStep.Packed, "Anna", default));

    public StoryTeller Restocked(double hours) => On(At(hours), world => world.Of<ImportStock>().RunAsync(Sample.Pool, [new StockCount(1, _scarce, 5)], "count", default));

    public StoryTeller RefusedByTheMarketplace(double hours) => On(At(hours), async world =>
    {
        world.Marketplace.ShippingWords[_key.Number] = "not now";
        await world.Of<InstructOrder>().RunAsync(_key, new Instruction { Kind = InstructionKind.Ship, Ship = ShipOrder.InOneParcel, AskedAt = default, AskedBy = "Anna" }, anyway: true, default);
    });

    public Story Because(CauseKind? known) => new(_key, known, _events);

    private StoryTeller On(Instant at, Func<World, Task> happens)
    {
        _events.Add((at, happens));
        return this;
    }

    private Instant At(double hours) => Limit + Duration.FromHours(hours);
}
