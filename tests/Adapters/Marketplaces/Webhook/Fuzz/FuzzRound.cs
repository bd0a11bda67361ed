using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.Marketplaces.Webhook;
using ShipBy.Adapters.Tables;
using ShipBy.Application.Ledger;
using ShipBy.Application.Reconciling;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Adapters.Tests.Marketplaces.Webhook.Fuzz;

/// <summary>Spoiled messages of one dialect to one door: half of them signed for what they were before they were spoiled, half signed for what they are.</summary>
internal sealed class FuzzRound(string dialect, int seed)
{
    /// <value>Messages to one ledger: what one of them wrote the next ones meet.</value>
    private const int ALedger = 200;

    /// <value>What an answer needs to write itself.</value>
    private static readonly IServiceProvider ForResults = new ServiceCollection().AddLogging().BuildServiceProvider();

    private readonly Random _random = new(seed);

    /// <value>What was answered, with how many.</value>
    public Dictionary<int, int> Answers { get; } = [];

    /// <value>Orders that signed messages wrote.</value>
    public int Orders { get; private set; }

    /// <exception cref="InvalidOperationException">Something that must not be; the message holds the body that brought it about.</exception>
    public async Task RunAsync(int messages)
    {
        for (var left = messages; left > 0; left -= ALedger)
        {
            var world = HookServer.WorldOf();
            for (var i = 0; i < Math.Min(left, ALedger); i++)
            {
                await SendAsync(world);
            }

            var drift = await world.Of<ReconcilePool>().RunAsync(Sample.Pool, fix: false, "fuzz", default);
            Demand(drift is { IsWhole: true, Remaining.Count: 0 }, $"rows that do not follow from the orders: {string.Join(", ", drift.Remaining)}");
            Orders += (await world.OrdersAsync()).Count;
        }
    }

    public static DefaultHttpContext ContextOf(Hook hook)
    {
        var bytes = Encoding.UTF8.GetBytes(hook.Body);
        var context = new DefaultHttpContext { RequestServices = ForResults };
        context.Request.Method = "POST";
        context.Request.ContentType = "application/json";
        context.Request.ContentLength = bytes.Length;
        context.Request.Body = new MemoryStream(bytes);
        context.Response.Body = new MemoryStream();
        foreach (var (name, value) in hook.Headers())
        {
            context.Request.Headers[name] = value;
        }

        return context;
    }

    private async Task SendAsync(World world)
    {
        var sound = Hook.Order(dialect) with { Delivery = $"msg-{_random.Next(1_000)}" };
        var spoiled = sound with { Body = new Mutator(_random).Spoil(sound.Body) };
        var isSigned = _random.Next(2) == 0;
        var context = ContextOf(spoiled);
        if (!isSigned)
        {
            foreach (var (name, value) in sound.Headers())
            {
                context.Request.Headers[name] = value;
            }
        }

        var before = await RowsAsync(world);
        var answer = await AnswerAsync(world, context, spoiled.Body);
        Answers[answer] = Answers.GetValueOrDefault(answer) + 1;
        var after = await RowsAsync(world);

        if (!isSigned && spoiled.Body != sound.Body)
        {
            Demand(answer == 401 && before.SetEquals(after), $"a message without its signature: {answer}\n{spoiled.Body}");
        }

        Demand(answer is 200 or 400 or 401, $"the answer {answer}\n{spoiled.Body}");
        Demand(answer == 200 || before.SetEquals(after), $"a refused message that changed the ledger\n{spoiled.Body}");
        foreach (var stored in await world.Ledger.RangeAsync(Sample.Pool, KeyRange.Orders, int.MaxValue, default))
        {
            Demand(IsSound(stored.Order()), $"an order that is none: {stored.Order()}\n{spoiled.Body}");
            Demand(RowFormat.Read(RowFormat.Write(Sample.Pool, stored.Row, Guid.Empty)).Row.Key == stored.Row.Key, $"a row that cannot be stored\n{spoiled.Body}");
        }
    }

    private async Task<int> AnswerAsync(World world, DefaultHttpContext context, string body)
    {
        try
        {
            await (await world.Of<WebhookDoor>().HearAsync(context.Request, dialect, default)).ExecuteAsync(context);
            return context.Response.StatusCode;
        }
        catch (Exception broken)
        {
            throw new InvalidOperationException($"An exception: {broken}\n{body}", broken);
        }
    }

    private bool IsSound(Order order) =>
        order.Key.Shop == dialect && order.Key.Number.Length is > 0 and <= 200 && (order.Flaw is not null || order.Status != PostingStatus.Unknown)
        && (order.State == OrderState.SetAside) == (order.Flaw is not null && order.State.IsOpen() && order.HeldAt is null && order.SetAsideAt is not null)
        && order.Lines.All(line => line.Quantity is >= 1 and <= 1_000_000 && line.Sku.Value.Length > 0 && line.Name.Length is > 0 and <= OrderLine.MaxNameLength)
        && order.Lines.Count <= Order.MaxProducts;

    private static async Task<HashSet<(string, string)>> RowsAsync(World world) =>
        [.. (await world.Ledger.RangeAsync(Sample.Pool, new KeyRange("", "~"), int.MaxValue, default)).Select(stored => (stored.Row.Key.Value, stored.Version))];

    private void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{dialect}, seed {seed}: {otherwise}");
        }
    }
}
