using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Tests.Alerts;

internal static class Sample
{
    public const string Sender = "ShipBy <shipby@example.com>";

    public const string Contact = "seller@example.com";

    public static readonly Guid Id = Guid.Parse("6f9619ff-8b86-4d01-b42d-00cf4fc964ff");

    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(42);

    public static Letter Letter { get; } = new(
        "Осталось 2 ч: P-1",
        "Передайте в доставку\n.точка в начале строки\n",
        "<!DOCTYPE html><p>Передайте <b>в доставку</b> 订单</p>",
        new Dictionary<string, string> { [WarningHeader.Name] = string.Join(", ", Enumerable.Range(0, 60).Select(n => $"0100200300-{n:0000}-1/6h@1800000000")) });
}
