using System.Globalization;
using System.Text.Json.Nodes;

namespace ShipBy.Sandbox.Tests.Kit;

public enum Flaw
{
    None,
    SkipsOverdue,
    WarnsTwice,
    HoldsWhatIsNotThere,
    OverlooksEveryTenthOrder,
    NamesStrangers,
}

/// <summary>The least app that does its work, and that can be made to do it wrong: what the sandbox's report is tried on.</summary>
internal sealed class SmallApp(TestRun run, FakeApp report, Flaw flaw)
{
    private readonly Dictionary<string, Known> _orders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private Dictionary<string, long>? _stock;
    private (string Name, double Before)[] _ladder = [];

    private sealed class Known
    {
        public required Dictionary<string, long> Units { get; init; }

        public string State { get; set; } = "Pending";

        public DateTimeOffset? Limit { get; set; }
    }

    private DateTimeOffset Now => run.Time.GetUtcNow();

    public async Task WorkAsync()
    {
        _stock ??= await ReadStockAsync();
        foreach (var posting in await ReadPostingsAsync())
        {
            Take(posting);
        }

        foreach (var (number, order) in _orders.Where(order => order.Value.State is "Pending" or "Short"))
        {
            Hold(number, order);
        }

        await WarnAsync();
        await run.Server.LookAtAppAsync();
    }

    private async Task<Dictionary<string, long>> ReadStockAsync()
    {
        _ladder = (await run.GetAsync("sandbox/status")).Json["ladder"]!.AsArray()
            .Select(rung => (rung!["rung"]!.GetValue<string>(), rung["seconds"]!.GetValue<double>())).ToArray();
        var stock = await run.CallAsync("v4/product/info/stocks", """{"filter":{},"limit":1000}""");
        return stock.Json["items"]!.AsArray().ToDictionary(item => item!["offer_id"]!.GetValue<string>(), item => item!["stocks"]![0]!["present"]!.GetValue<long>());
    }

    private async Task<List<JsonNode>> ReadPostingsAsync()
    {
        var (postings, cursor, more) = (new List<JsonNode>(), "", true);
        while (more)
        {
            var page = (await run.CallAsync("v4/posting/fbs/list", new JsonObject
            {
                ["filter"] = new JsonObject { ["since"] = TestRun.Start, ["to"] = TestRun.Start.AddDays(1) },
                ["limit"] = 100,
                ["cursor"] = cursor,
            }.ToJsonString())).Json;
            postings.AddRange(page["postings"]!.AsArray().Select(posting => posting!));
            (cursor, more) = (page["cursor"]!.GetValue<string>(), page["has_next"]!.GetValue<bool>());
        }

        return postings;
    }

    private void Take(JsonNode posting)
    {
        var number = posting["posting_number"]!.GetValue<string>();
        if (flaw is Flaw.OverlooksEveryTenthOrder && number.Sum(letter => letter) % 10 == 0)
        {
            return;
        }

        var status = posting["status"]!.GetValue<string>();
        if (!_orders.TryGetValue(number, out var order))
        {
            order = _orders[number] = new Known { Units = Units(posting) };
            report.Say(number, "Pending", ("taken", Now));
            if (status is not ("awaiting_packaging" or "delivering" or "delivered" or "cancelled") || order.Units.Values.Any(units => units <= 0))
            {
                Become(number, order, "SetAside", "set_aside");
            }
        }

        order.Limit = posting["shipment_date"] is { } limit ? DateTimeOffset.Parse(limit.GetValue<string>(), CultureInfo.InvariantCulture) : null;
        if (status is "cancelled" && order.State is not "Cancelled" and not "SetAside")
        {
            var ship = order.State is "Shipped";
            GiveBack(number, order);
            Become(number, order, "Cancelled", ship ? "cancelled_after_ship" : "cancelled");
        }
        else if (status is "delivering" or "delivered" && order.State is "Held")
        {
            Become(number, order, "Shipped", "shipped");
        }
    }

    private void GiveBack(string number, Known order)
    {
        if (order.State is "Held")
        {
            report.Say(number, "Cancelled", ("released", Now));
            foreach (var (offer, units) in order.Units)
            {
                _stock![offer] += units;
            }
        }
    }

    private void Hold(string number, Known order)
    {
        var enough = order.Units.All(line => _stock!.GetValueOrDefault(line.Key) >= line.Value);
        if (enough || flaw is Flaw.HoldsWhatIsNotThere)
        {
            foreach (var (offer, units) in order.Units)
            {
                _stock![offer] = _stock.GetValueOrDefault(offer) - units;
            }

            Become(number, order, "Held", "held");
        }
        else if (order.State is "Pending")
        {
            Become(number, order, "Short", "short");
        }
    }

    private async Task WarnAsync()
    {
        var due =
            from order in _orders
            where order.Value is { Limit: not null, State: "Pending" or "Held" or "Short" }
            from rung in _ladder
            where order.Value.Limit!.Value.AddSeconds(-rung.Before) <= Now && !(flaw is Flaw.SkipsOverdue && rung.Name == "overdue")
            select $"{Uri.EscapeDataString(order.Key)}/{rung.Name}@{order.Value.Limit!.Value.ToUnixTimeSeconds()}";
        var names = due.Where(_named.Add).ToArray();
        if (names.Length == 0)
        {
            return;
        }

        for (var i = 0; i < (flaw is Flaw.WarnsTwice ? 2 : 1); i++)
        {
            await run.MailAsync(Guid.NewGuid(), string.Join(", ", flaw is Flaw.NamesStrangers ? names.Append("nobody/24h") : names));
        }
    }

    private void Become(string number, Known order, string state, string instant)
    {
        order.State = state;
        report.Say(number, state, (instant, Now));
    }

    private static Dictionary<string, long> Units(JsonNode posting) => posting["products"]!.AsArray()
        .GroupBy(line => line!["offer_id"]!.GetValue<string>())
        .ToDictionary(line => line.Key, line => line.Sum(one => one!["quantity"]!.GetValue<long>()));
}
