using NodaTime;
using ShipBy.Application.Shipping;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Quality;

/// <summary>A month of a shop on a virtual clock: real use cases, and orders that end well or badly for reasons that only the month knows.</summary>
internal sealed class PlayedMonth(int seed)
{
    public const int Days = 30;

    private const int OrdersADay = 16;

    private static readonly Duration Step = Duration.FromHours(1);

    private readonly Random _chance = new(seed);

    /// <returns>Each order with the cause that the month knows: null where it ended well.</returns>
    public async Task<IReadOnlyList<(Order Order, CauseKind? Known)>> PlayAsync()
    {
        var world = new World();
        world.Marketplace.Present[Sample.Mug] = 100_000;
        var stories = Enumerable.Range(0, Days * OrdersADay).Select(number => Tell(number, world.Now + Duration.FromHours(24.0 * number / OrdersADay + _chance.NextDouble()))).ToList();
        var events = stories.SelectMany(story => story.Events).OrderBy(one => one.At).ToList();
        for (var next = 0; next < events.Count;)
        {
            for (; next < events.Count && events[next].At <= world.Now; next++)
            {
                await events[next].Happens(world);
            }

            await world.PassAsync(Step);
            await world.Of<CarryOutInstructions>().RunAsync(Sample.Pool, default);
        }

        await world.RoundAsync();
        var orders = await world.OrdersAsync();
        return [.. stories.Select(story => (orders[story.Order.Number], story.Known))];
    }

    private Story Tell(int number, Instant ordered)
    {
        var story = Story.Of(number, ordered, Duration.FromHours(24 + _chance.Next(24)));
        return _chance.Next(100) switch
        {
            < 45 => Tended(story.Comes()).HandedOver(-Between(2, 20)).Because(null),
            < 50 => story.Comes(scarce: true).Restocked(-16).HandedOver(-2).Because(null),
            < 54 => Tended(story.Comes(scarce: true)).Restocked(Between(1, 10)).HandedOver(12).Because(CauseKind.Stock),
            < 56 => Tended(story.Comes(scarce: true)).Restocked(-Between(1, 3)).HandedOver(Between(2, 9)).Because(CauseKind.Stock),
            < 58 => story.Comes(scarce: true).Cancelled(-Between(1, 10), "ozon").Because(CauseKind.Stock),
            < 60 => story.Comes(scarce: true).Cancelled(-Between(1, 10), "Товар закончился на складе продавца").Because(CauseKind.Stock),
            < 64 => Tended(story.Comes()).Packed(-Between(1, 12)).HandedOver(Between(1, 20)).Because(CauseKind.Carrier),
            < 66 => story.Comes().PackedAtTheTable(-Between(1, 12)).HandedOver(Between(1, 20)).Because(CauseKind.Carrier),
            < 68 => story.Comes().HandedOver(-Between(2, 12)).Cancelled(Between(40, 90), "Возврат из службы доставки: посылка утеряна").Because(CauseKind.Carrier),
            < 72 => story.Comes().HandedOver(Between(1, 20)).Because(CauseKind.Staff),
            < 75 => story.Comes().Acknowledged(-Between(1, 4)).HandedOver(Between(1, 20)).Because(CauseKind.Staff),
            < 77 => story.Comes().Packed(Between(1, 4)).HandedOver(Between(6, 20)).Because(CauseKind.Staff),
            < 78 => story.Comes(scarce: true).Restocked(-20).HandedOver(Between(1, 9)).Because(CauseKind.Staff),
            < 79 => story.Comes().Cancelled(Between(2, 20), "Покупатель отменил заказ").Because(CauseKind.Staff),
            < 80 => story.Comes().Packed(-3).HandedOver(Between(20, 40)).Because(CauseKind.Staff),       // forgot to bring it away: the journal looks like the carrier's
            < 83 => story.Comes(seen: Between(1, 4)).HandedOver(Between(2, 9)).Because(CauseKind.System),
            < 85 => story.Comes(status: PostingStatus.Unknown).Shows(Between(1, 5), PostingStatus.AwaitingPackaging, "awaiting_packaging").HandedOver(8).Because(CauseKind.System),
            < 87 => story.Comes().RefusedByTheMarketplace(-Between(2, 10)).HandedOver(Between(2, 9)).Because(CauseKind.System),
            < 89 => Tended(story.Comes(remarks: PostingRemark.MarkMissing)).HandedOver(Between(2, 9)).Because(CauseKind.Product),
            < 91 => story.Comes().Cancelled(-Between(1, 12), "Брак товара").Because(CauseKind.Product),
            < 93 => Story.Of(number, ordered, Duration.FromHours(3)).Comes().HandedOver(Between(1, 6)).Because(CauseKind.Process),
            < 95 => story.Comes().Cancelled(-Between(1, 12), "Другое (вина продавца)").Because(CauseKind.Process),
            < 98 => story.Comes().Cancelled(-Between(1, 20), "Покупатель отменил заказ").Because(CauseKind.Buyer),
            < 99 => story.Comes().HandedOver(-Between(2, 12)).Cancelled(Between(90, 150), "Покупатель не забрал заказ").Because(CauseKind.Buyer),
            _ => story.Comes(scarce: true).Cancelled(-Between(1, 10), "Покупатель отменил заказ").Because(CauseKind.Stock),      // was told that there is none: the journal has the buyer's word
        };
    }

    /// <summary>Somebody says that they are on it, or nobody: it must not decide what other things show better.</summary>
    private StoryTeller Tended(StoryTeller story) => _chance.Next(3) == 0 ? story.Acknowledged(-Between(1, 5)) : story;

    private double Between(int from, int to) => from + _chance.NextDouble() * (to - from);
}
