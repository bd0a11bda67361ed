using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ShipBy.Sandbox.Ozon.Labels;
using ShipBy.Sandbox.Ozon.Lists;
using ShipBy.Sandbox.Ozon.Pieces;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon;

/// <summary>The Seller API: checks the key and the rate, then answers by method. What is not listed does not exist.</summary>
internal sealed class SellerApi
{
    private const int MostPerSecond = 50;
    private const int MostStockPushesPerMinute = 80;
    private const string StockPush = "/v2/products/stocks";

    private readonly SandboxRun _run;
    private readonly IReadOnlyDictionary<string, Func<JsonObject, Answer>> _methods;
    private readonly ConcurrentDictionary<string, RateLimit> _rates = new(StringComparer.Ordinal);
    private readonly RateLimit _stockRate;

    public SellerApi(SandboxRun run, LabelPress labels)
    {
        _run = run;
        _stockRate = new RateLimit(run.Clock.Time, MostStockPushesPerMinute, TimeSpan.FromMinutes(1));
        var (moves, needs, reasons, standing) = (new ItemMoves(run), new PackingNeeds(run), new CancelReasons(run), new SellerStanding(run));
        var (pieces, wishes) = (new PieceCalls(run), new CancelWishes(run));
        var (carriages, returns) = (new CarriageCalls(run), new ReturnLists(run));
        var (lists, single, calls, pushes, products, account) = (new PostingLists(run), new SinglePosting(run), new PostingCalls(run), new StockPushes(run), new ProductLists(run), new AccountCalls(run));
        _methods = new Dictionary<string, Func<JsonObject, Answer>>(StringComparer.Ordinal)
        {
            ["/v4/posting/fbs/unfulfilled/list"] = lists.Unfulfilled,
            ["/v4/posting/fbs/list"] = lists.All,
            ["/v3/posting/fbs/get"] = single.Get,
            ["/v2/posting/fbs/get-by-barcode"] = single.ByBarcode,
            ["/v4/posting/fbs/ship"] = calls.Ship,
            ["/v2/posting/fbs/cancel"] = calls.Cancel,
            ["/v2/posting/fbs/cancel-reason/list"] = _ => CancelReasons.List(),
            ["/v1/posting/fbs/cancel-reason"] = reasons.Of,
            ["/v2/posting/fbs/product/country/set"] = needs.SetCountry,
            ["/v6/fbs/posting/product/exemplar/create-or-get"] = pieces.Show,
            ["/v5/fbs/posting/product/exemplar/validate"] = pieces.Validate,
            ["/v6/fbs/posting/product/exemplar/set"] = pieces.Set,
            ["/v5/fbs/posting/product/exemplar/status"] = pieces.Status,
            ["/v2/posting/fbs/product/cancel"] = new PartCancels(run).Cancel,
            ["/v2/conditional-cancellation/list"] = wishes.List,
            ["/v2/conditional-cancellation/approve"] = wishes.Grant,
            ["/v2/conditional-cancellation/reject"] = wishes.Reject,
            ["/v3/posting/multiboxqty/set"] = needs.SetBoxes,
            ["/v1/posting/cutoff/set"] = needs.SetCutOff,
            ["/v2/fbs/posting/tracking-number/set"] = moves.SetTrackingNumbers,
            ["/v2/fbs/posting/delivering"] = moves.Delivering,
            ["/v2/fbs/posting/last-mile"] = moves.LastMile,
            ["/v2/fbs/posting/delivered"] = moves.Delivered,
            ["/v3/posting/fbs/package-label/create"] = labels.Order,
            ["/v2/posting/fbs/package-label/get"] = labels.Ask,
            [StockPush] = pushes.Push,
            ["/v4/product/info/stocks"] = products.Stocks,
            ["/v2/product/info/stocks-by-warehouse/fbs"] = products.StocksByWarehouse,
            ["/v3/product/list"] = products.Products,
            ["/v2/warehouse/list"] = _ => AccountCalls.Warehouses(),
            ["/v1/notification/list"] = _ => run.Pushes.List(),
            ["/v1/notification/enable"] = run.Pushes.Enable,
            ["/v1/roles"] = _ => account.Roles(_methods!.Keys),
            ["/v1/rating/index/fbs/info"] = _ => standing.ErrorIndex(),
            ["/v1/rating/index/fbs/posting/list"] = standing.ErrorPostings,
            ["/v1/rating/summary"] = _ => standing.Ratings(),
            ["/v3/chat/list"] = standing.Chats,
            ["/v3/chat/history"] = standing.ChatHistory,
            ["/v2/review/list"] = _ => SellerStanding.Reviews(),
            ["/v1/returns/list"] = returns.Own,
            ["/v2/returns/rfbs/list"] = _ => ReturnLists.BySeller(),
            ["/v2/carriage/delivery/list"] = _ => carriages.Deliveries(),
            ["/v1/carriage/create"] = carriages.Create,
            ["/v1/carriage/approve"] = carriages.Approve,
            ["/v2/posting/fbs/act/check-status"] = carriages.State,
            ["/v2/posting/fbs/act/get-pdf"] = carriages.File,
        };
    }

    public async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var answer = Respond(context.Request, body, context.Response);
        await Answers.WriteAsync(context.Response, answer);
    }

    private Answer Respond(HttpRequest request, string body, HttpResponse response)
    {
        var path = request.Path.Value ?? "/";
        try
        {
            Enter(request);
            var rate = Rate(request, path);
            response.Headers["Ratelimit-Remaining"] = rate.Remaining.ToString(CultureInfo.InvariantCulture);
            if (!rate.Allowed)
            {
                return Answer.Error(429, 8, "You have reached request rate limit per second") with { RetryAfter = WholeSeconds(rate.RetryAfter) };
            }

            if (!_methods.TryGetValue(path, out var method) || request.Method != "POST")
            {
                throw new RefusedException(404, 5, "method is not allowed");
            }

            lock (_run.Gate)
            {
                return method(Wire.Body(body));
            }
        }
        catch (RefusedException refusal)
        {
            return Refuse(path, refusal);
        }
    }

    /// <exception cref="RefusedException">No key, or not the shop's.</exception>
    private void Enter(HttpRequest request)
    {
        var (client, key) = (request.Headers["Client-Id"].ToString(), request.Headers["Api-Key"].ToString());
        if (client is "" || key is "")
        {
            throw new RefusedException(401, 16, "Client-Id and Api-Key headers are required");
        }

        if (client != _run.Options.ClientId || key != _run.Options.ApiKey)
        {
            throw new RefusedException(403, 7, "Invalid Api-Key, please contact support");
        }
    }

    private (bool Allowed, int Remaining, TimeSpan RetryAfter) Rate(HttpRequest request, string path)
    {
        var all = _rates.GetOrAdd(request.Headers["Client-Id"].ToString(), _ => new RateLimit(_run.Clock.Time, MostPerSecond, TimeSpan.FromSeconds(1))).Take();
        return all.Allowed && path == StockPush ? _stockRate.Take() : all;
    }

    private Answer Refuse(string path, RefusedException refusal)
    {
        lock (_run.Gate)
        {
            _run.Record(Happened.Refused, data: new JsonObject { ["path"] = path, ["status"] = refusal.Status, ["message"] = refusal.Message });
        }

        return Answer.Error(refusal.Status, refusal.Code, refusal.Message);
    }

    internal static int WholeSeconds(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
}
