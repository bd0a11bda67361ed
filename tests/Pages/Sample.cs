using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;
using ShipBy.Application.Alerts;
using ShipBy.Application.Desk;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Letters;
using ShipBy.Pages.Rendering;

namespace ShipBy.Pages.Tests;

/// <summary>One of each, for tests to change what matters to them.</summary>
internal static class Sample
{
    public static readonly Instant Now = At("2026-11-27T09:00:00Z");

    public const string DeskKey = "a-desk-key-for-tests";

    public static WarningLine Line { get; } = new(
        new OrderKey("main", "0100200300-0007-1"), ["24h", "6h"], Now + Duration.FromMinutes(130), OrderState.Held, "Кружка × 2, Тарелка", new Money(153000, "RUB"), 0);

    public static Notice Notice { get; } = new()
    {
        Id = Guid.Parse("6f9619ff-8b86-4d01-b42d-00cf4fc964ff"),
        State = NoticeState.Sending,
        CreatedAt = Now,
        Warnings = [Line],
    };

    public static TodayOrder Order { get; } = new(
        new OrderKey("main", "0100200300-0007-1"), OrderState.Held, "awaiting_packaging", Now + Duration.FromHours(3), Duration.FromHours(3),
        "Кружка × 2", new Money(153000, "RUB"), 0, null, "Ozon Логистика", [], null);

    /// <value>One shop, so that the desk is no empty one.</value>
    public static Pools Pools { get; } = new([], [new Shop("main", "file", PoolName.Parse("main"))]);

    public static TodayView View(params TodayOrder[] orders) => new(Now, orders, [], new TodayCounts(orders.Length, 0, 0, 0, 0, 0), []);

    public static GuardOptions Guard(string language = "en") => new()
    {
        Language = language,
        TimeZone = "Europe/Moscow",
        PublicUrl = "https://guard.example",
        Contact = "seller@example.com",
        DeskKey = DeskKey,
    };

    public static PageFrame Frame(string language = "en", string path = "today") => new(ShipBy.Pages.Wording.Words.In(language), "", path, "t", DeskRole.Owner);

    public static ComponentPress Press { get; } = new(NullLoggerFactory.Instance);

    public static Task<Letter> LetterAsync(Notice mail, GuardOptions? guard = null, IReadOnlyDictionary<OrderKey, CostOfMissing>? costs = null) =>
        new LetterWriter(Press, Options.Create(guard ?? Guard()), new StoppedClock(Now)).WriteAsync(mail, costs ?? new Dictionary<OrderKey, CostOfMissing>(), TestContext.Current.CancellationToken);

    public static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
