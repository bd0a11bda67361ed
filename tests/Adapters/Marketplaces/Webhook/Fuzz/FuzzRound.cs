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
    private const int ALedger = 250;

    /// <value>What an answer needs to write itself.</value>
    private static readonly IServiceProvider ForResults = new ServiceCollection().AddLogging().BuildServiceProvider();

    private readonly Random _random = new(seed);
    private readonly Hook _sample = Hook.Order(dialect);

    /// <value>What was answered, with how many.</value>
    public Dictionary<int, int> Answers { get; } = [];

    /// <value>Orders that signed messages wrote.</value>
    public int Orders { get; private set; }

    /// <exception cref="InvalidOperationException">Something that must not be; the message holds the body that brought it about.</exception>
    public async Task RunAsync(int messages)
    {
        for (var left = messages; left > 0; left -= ALedger)
        {
            var world = HookServer.WorldOf([dialect]);
            var rows = new Dictionary<RowKey, Stored>();
            for (var i = 0; i < Math.Min(left, ALedger); i++)
            {
                rows = await SendAsync(world, rows);
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

    /// <param name="before">What the ledger holds.</param>
    /// <returns>What it holds afterwards.</returns>
    private async Task<Dictionary<RowKey, Stored>> SendAsync(World world, Dictionary<RowKey, Stored> before)
    {
        var sound = _sample with { Delivery = $"msg-{_random.Next(1_000)}" };
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

        var answer = await AnswerAsync(world, context, spoiled.Body);
        Answers[answer] = Answers.GetValueOrDefault(answer) + 1;
        var after = await RowsAsync(world);
        Stored[] changes = [.. after.Values.Where(stored => before.GetValueOrDefault(stored.Row.Key)?.Version != stored.Version)];
        var isUntouched = changes.Length == 0 && after.Count == before.Count;

        Demand(answer is 200 or 400 or 401 or 413, $"the answer {answer}\n{spoiled.Body}");
        Demand(answer == 200 || isUntouched, $"a refused message that changed the ledger: {answer}\n{spoiled.Body}");
        Demand(isSigned || spoiled.Body == sound.Body || answer is 401 or 413, $"a message without its signature: {answer}\n{spoiled.Body}");
        foreach (var order in changes.Where(stored => stored.Row is LedgerRow.OrderRow))
        {
            Demand(IsSound(order.Order()), $"an order that is none: {order.Order()}\n{spoiled.Body}");
            Demand(RowFormat.Read(RowFormat.Write(Sample.Pool, order.Row, Guid.Empty)).Row.Key == order.Row.Key, $"a row that cannot be stored\n{spoiled.Body}");
        }

        return after;
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
        && (order.State != OrderState.SetAside || order.Flaw is not null)
        && order.Lines.All(line => line.Quantity is >= 1 and <= 1_000_000 && line.Sku.Value.Length > 0 && line.Name.Length is > 0 and <= OrderLine.MaxNameLength)
        && order.Lines.Count <= Order.MaxProducts;

    /// <remarks>That somebody is refused again and again is written among the signs of life, once in ten minutes: it is meant to be.</remarks>
    private static async Task<Dictionary<RowKey, Stored>> RowsAsync(World world) =>
        (await world.Ledger.RangeAsync(Sample.Pool, new KeyRange("", "~"), int.MaxValue, default))
            .Where(stored => !KeyRange.Vigil.Contains(stored.Row.Key)).ToDictionary(stored => stored.Row.Key);

    private void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{dialect}, seed {seed}: {otherwise}");
        }
    }
}
