using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ShipBy.Sandbox.Ozon;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Taobao;

/// <summary>The open platform's one address: lets callers in, then answers by method. A refusal comes with 200, as a good answer does.</summary>
internal sealed class TopGateway
{
    public const string Path = "/router/rest";

    private readonly SandboxRun _run;
    private readonly TopDoorman _doorman;
    private readonly Dictionary<string, Func<TopRequest, JsonObject>> _methods;
    private long _requests;

    public TopGateway(SandboxRun run)
    {
        _run = run;
        _doorman = new TopDoorman(run);
        var (lists, trades, logistics, stock, messages) = (new TradeLists(run), new TradeCalls(run), new LogisticsCalls(run), new ListingCalls(run), new TmcCalls(run));
        _methods = new Dictionary<string, Func<TopRequest, JsonObject>>(StringComparer.Ordinal)
        {
            ["taobao.trades.sold.get"] = lists.Sold,
            ["taobao.trades.sold.increment.get"] = lists.Changed,
            ["taobao.trade.fullinfo.get"] = trades.Get,
            ["taobao.trade.close"] = trades.Close,
            ["taobao.logistics.companies.get"] = LogisticsCalls.Companies,
            ["taobao.logistics.offline.send"] = logistics.Send,
            ["taobao.logistics.consign.resend"] = logistics.Resend,
            ["taobao.skus.custom.get"] = stock.Variants,
            ["taobao.items.custom.get"] = stock.Items,
            ["taobao.item.quantity.update"] = stock.Update,
            ["taobao.tmc.messages.consume"] = messages.Consume,
            ["taobao.tmc.messages.confirm"] = messages.Confirm,
        };
    }

    /// <summary>What the gateway says when it is out of order.</summary>
    public static Answer OutOfOrder(TopRefusal refusal) => Answer.Ok(refusal.ToJson("sandbox"));

    public async Task HandleAsync(HttpContext context)
    {
        var request = new TopRequest(context.Request.HasFormContentType
            ? (await context.Request.ReadFormAsync(context.RequestAborted)).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal)
            : new Dictionary<string, string>());
        await Answers.WriteAsync(context.Response, Answer.Ok(Respond(request)));
    }

    private JsonObject Respond(TopRequest request)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"sb{Interlocked.Increment(ref _requests):x8}");
        try
        {
            _doorman.LetIn(request);
            if (!_methods.TryGetValue(request.Method, out var method))
            {
                throw new TopRefusal(22, "Invalid Method");
            }

            lock (_run.Gate)
            {
                var body = method(request);
                body["request_id"] = number;
                return new JsonObject { [request.Method["taobao.".Length..].Replace('.', '_') + "_response"] = body };
            }
        }
        catch (TopRefusal refusal)
        {
            lock (_run.Gate)
            {
                _run.Record(Happened.Refused, data: new JsonObject { ["path"] = $"{Path} {request.Method}", ["status"] = refusal.Code, ["message"] = refusal.Word ?? refusal.Message });
            }

            return refusal.ToJson(number);
        }
    }
}
