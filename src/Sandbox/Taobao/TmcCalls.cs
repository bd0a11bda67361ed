using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Taobao;

/// <summary>Messages about trades: given away, and again after a while unless they were confirmed.</summary>
/// <remarks>Who confirmed what is forgotten with the process: then all of them come again, as they may.</remarks>
internal sealed class TmcCalls(SandboxRun run)
{
    private static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(10);

    private readonly Dictionary<(string Trade, string Topic), Message> _messages = [];

    public JsonObject Consume(TopRequest request)
    {
        _ = request.Needed("group_name");
        var (most, now) = (request.Number("quantity", 100, 10, 200), run.Clock.Time.GetUtcNow());
        Write();
        var given = _messages.Values.Where(message => !message.IsConfirmed && !(now - message.GivenAt < AgainAfter)).OrderBy(message => message.Id).Take(most).ToArray();
        foreach (var message in given)
        {
            message.GivenAt = now;
        }

        return given.Length == 0 ? [] : new JsonObject { ["messages"] = new JsonObject { ["tmc_message"] = new JsonArray(given.Select(message => (JsonNode)message.ToJson()).ToArray()) } };
    }

    public JsonObject Confirm(TopRequest request)
    {
        _ = request.Needed("group_name");
        var ids = request.Needed("s_message_ids").Split(',').ToHashSet(StringComparer.Ordinal);
        foreach (var message in _messages.Values.Where(message => ids.Contains(message.Number)))
        {
            message.IsConfirmed = true;
        }

        return new JsonObject { ["is_success"] = true };
    }

    /// <summary>Writes a message for each state that a trade is found in.</summary>
    private void Write()
    {
        foreach (var order in run.Appeared(Channel.Taobao))
        {
            var state = TradeState.Of(run, order);
            var topic = state.Status switch
            {
                TradeState.ToPay => "taobao_trade_TradeCreate",
                TradeState.ToSend => "taobao_trade_TradeBuyerPay",
                TradeState.Sent => "taobao_trade_TradeSellerShip",
                "TRADE_FINISHED" => "taobao_trade_TradeSuccess",
                "TRADE_CLOSED" or "TRADE_CLOSED_BY_TAOBAO" => "taobao_trade_TradeClose",
                _ => "taobao_trade_TradeChanged",
            };
            _messages.TryAdd((order.Plan.Number, topic), new Message(7_000_000_001 + _messages.Count, topic, order.Plan.OrderId, state.Status));
        }
    }

    private sealed class Message(long id, string topic, long trade, string status)
    {
        public long Id => id;

        public string Number { get; } = id.ToString(System.Globalization.CultureInfo.InvariantCulture);

        public DateTimeOffset? GivenAt { get; set; }

        public bool IsConfirmed { get; set; }

        public JsonObject ToJson() => new()
        {
            ["id"] = id,
            ["topic"] = topic,
            ["content"] = new JsonObject { ["tid"] = trade, ["status"] = status }.ToJsonString(),
            ["pub_time"] = ChinaTime.Write(GivenAt ?? default),
        };
    }
}
