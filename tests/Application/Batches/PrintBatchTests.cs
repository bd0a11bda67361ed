using ShipBy.Application.Batches;
using ShipBy.Application.Desk;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Batches;

public sealed class PrintBatchTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData(new string[0], false, "1,2,", "P-1 P-2")]
    [InlineData(new[] { "P-2" }, true, "1,", "P-1")]
    [InlineData(new[] { "P-2" }, false, "1,", "")]      // somebody has to see first that one is missing
    [InlineData(new[] { "P-1", "P-2" }, true, null, "")]
    public async Task LabelsAreBound_AndWhatIsPrintedIsNoted(string[] unprinted, bool evenSome, string? file, string printed)
    {
        _world.Marketplace.Show(Posting(1), Posting(2));
        await _world.RoundAsync();
        var source = new Labels(unprinted);
        var batch = new ShipmentBatch(Guid.NewGuid(), Sample.Noon, "Anna", null, IsHandedOver: false, [new(Key(1), "1", BatchItemState.Noted), new(Key(2), "2", BatchItemState.Noted), new(Key(3), "3", BatchItemState.Refused)]);

        var result = await new PrintBatch(new Channels([], [source]), new Joined(), _world.Of<ChangeOrder>()).RunAsync(batch, evenSome, default);

        Assert.Equal(file, result.File is null ? null : System.Text.Encoding.ASCII.GetString(result.File));
        Assert.Equal(unprinted, result.Unprinted.Select(label => label.Number));
        Assert.Equal(printed, string.Join(' ', (await _world.OrdersAsync()).Values.Where(order => order.Preparation?.PrintedAt is not null).Select(order => order.Key.Number).Order()));
    }

    private static OrderKey Key(int number) => new("shop", $"P-{number}");

    private static Posting Posting(int number) => Sample.Posting with { Key = Key(number) };

    private sealed class Labels(string[] unprinted) : ILabelSource
    {
        public Shop Shop { get; } = new("shop", "ozon", Sample.Pool);

        public Task<LabelBatch> LabelsAsync(IReadOnlyList<string> numbers, CancellationToken cancel) => Task.FromResult(new LabelBatch(
            [.. numbers.Except(unprinted).Select(number => System.Text.Encoding.ASCII.GetBytes($"{number[2..]},"))],
            [.. unprinted.Select(number => new UnprintedLabel(number, LabelFlaw.NotReady))]));
    }

    private sealed class Joined : ILabelBinder
    {
        public byte[]? TryBind(IReadOnlyList<byte[]> files) => [.. files.SelectMany(file => file)];
    }
}
