using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ShipBy.Sandbox.Ozon;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Webhook;

/// <summary>Where the shop listens to the app: stock, shipments, cancellations, in signed messages of Standard Webhooks.</summary>
internal sealed class ToldDoor(SandboxRun run)
{
    public const string Path = "/webhook-shop/told";

    private readonly StandardSignature _signature = new(run.Options.ToldSecret);
    private readonly ToldOrders _orders = new(run);
    private readonly ToldStock _stock = new(run);

    public async Task HandleAsync(HttpContext context)
    {
        using var held = new MemoryStream();
        await context.Request.Body.CopyToAsync(held, context.RequestAborted);
        await Answers.WriteAsync(context.Response, Respond(context.Request.Headers, held.ToArray()));
    }

    private Answer Respond(IHeaderDictionary headers, byte[] body)
    {
        var id = headers[StandardSignature.IdHeader].ToString();
        lock (run.Gate)
        {
            try
            {
                if (!_signature.IsGood(id, headers[StandardSignature.TimestampHeader].ToString(), headers[StandardSignature.SignatureHeader].ToString(), body, run.Clock.WallNow))
                {
                    throw new RefusedException(401, 0, "wrong signature");
                }

                return Answer.Ok(run.Told.AnswerTo(id)?.DeepClone() ?? Take(id, Read(body)));
            }
            catch (RefusedException refusal)
            {
                run.Record(Happened.Refused, data: new JsonObject { ["path"] = Path, ["status"] = refusal.Status, ["message"] = refusal.Message });
                return new Answer(refusal.Status, new JsonObject { ["error"] = refusal.Message });
            }
        }
    }

    private JsonObject Take(string id, JsonObject message)
    {
        var (type, data) = (message.Text("type"), message.Part("data"));
        var answer = type switch
        {
            "stock.set" => _stock.Set(data),
            "order.shipped" => _orders.Shipped(data),
            "order.cancelled" => _orders.Cancelled(data),
            _ => throw RefusedException.BadRequest($"'{type}' is nothing that this shop listens to"),
        };
        run.Record(Happened.Told, data: new JsonObject { ["message"] = id, ["type"] = type, ["answer"] = answer.DeepClone() });
        return answer;
    }

    private static JsonObject Read(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject ?? throw RefusedException.BadRequest("the body is no JSON object");
        }
        catch (JsonException)
        {
            throw RefusedException.BadRequest("the body is no JSON");
        }
    }
}
