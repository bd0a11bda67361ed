using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon;

/// <summary>One posting, by its number or by the barcode on its label.</summary>
internal sealed class SinglePosting(SandboxRun run)
{
    private readonly PostingJson _json = new(run);

    public Answer Get(JsonObject request) =>
        Write(run.Find(Channel.Ozon, request.Text("posting_number")), request.Part("with"));

    public Answer ByBarcode(JsonObject request) =>
        Write(run.Appeared(Channel.Ozon).FirstOrDefault(order => PostingJson.Barcode(order.Plan) == request.Text("barcode")), []);

    private Answer Write(OrderTrack? order, JsonObject with) =>
        order is null
            ? throw RefusedException.PostingNotFound()
            : Answer.Ok(new JsonObject { ["result"] = _json.Write(order, run.StateOf(order), with, single: true) });
}
