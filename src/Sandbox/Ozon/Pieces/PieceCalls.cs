using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon.Pieces;

/// <summary>The pieces of a posting, called exemplars there: shown, checked in form, set as a whole, and checked at length.</summary>
internal sealed class PieceCalls(SandboxRun run)
{
    public Answer Show(JsonObject request)
    {
        var order = Find(request);
        var (scene, vary) = (Scene.Of(run.Options, order.Plan), Variations.Of(run.Options, "pieces " + order.Plan.Number));
        return Answer.Ok(new JsonObject
        {
            ["multi_box_qty"] = order.Boxes,
            ["posting_number"] = order.Plan.Number,
            ["products"] = new JsonArray(PieceRules.PiecesOf(order).GroupBy(piece => piece.Sku).Select(product => (JsonNode)new JsonObject
            {
                ["product_id"] = vary.Id(product.Key),
                ["quantity"] = product.Count(),
                ["is_gtd_needed"] = scene.WantsDeclaration,
                ["is_rnpt_needed"] = false,
                ["is_mandatory_mark_needed"] = scene.WantsMarks,
                ["is_mandatory_mark_possible"] = scene.WantsMarks,
                ["is_jw_uin_needed"] = false,
                ["has_imei"] = scene.WantsImeis,
                ["is_weight_needed"] = scene.WantsImeis,
                ["weight_min"] = scene.WantsImeis ? PieceRules.LeastWeight : 0,
                ["weight_max"] = scene.WantsImeis ? PieceRules.MostWeight : 0,
                ["exemplars"] = new JsonArray(product.Select(piece => (JsonNode)Kept(order, piece.Piece)).ToArray()),
            }).ToArray()),
        });
    }

    /// <summary>Looks at the form alone, and keeps nothing.</summary>
    public Answer Validate(JsonObject request)
    {
        var order = Find(request);
        return Answer.Ok(new JsonObject
        {
            ["products"] = new JsonArray(request.Objects("products").Select(product =>
            {
                var pieces = product.Objects("exemplars").Select(Judged).ToArray();
                return (JsonNode)new JsonObject
                {
                    ["product_id"] = product.Number("product_id"),
                    ["error"] = order.Plan.Lines.Any(line => line.Product.Sku == product.Number("product_id")) ? "" : "UNKNOWN_PRODUCT_DEFINED",
                    ["valid"] = pieces.All(piece => piece["valid"]!.GetValue<bool>()),
                    ["exemplars"] = new JsonArray(pieces),
                };
            }).ToArray()),
        });
    }

    /// <summary>Takes all pieces or none; what it makes of them shows later.</summary>
    public Answer Set(JsonObject request)
    {
        var order = Find(request);
        if (run.StateOf(order).Status is not "awaiting_packaging")
        {
            throw RefusedException.BadRequest("HAS_INCORRECT_STATUS");
        }

        var told = request.Objects("products").SelectMany(product => product.Objects("exemplars").Select(piece => (Sku: product.Number("product_id") ?? 0, Piece: piece.Number("exemplar_id") ?? 0, Data: piece))).ToArray();
        if (!told.Select(piece => (piece.Sku, piece.Piece)).Order().SequenceEqual(PieceRules.PiecesOf(order).Order()))
        {
            throw RefusedException.BadRequest("EXEMPLAR_INFO_NOT_FILLED_COMPLETELY");
        }

        if (!Scene.Of(run.Options, order.Plan).WantsMarks && told.Any(piece => piece.Data.Objects("marks").Any(mark => mark.Text("mark_type") == "mandatory_mark")))
        {
            throw RefusedException.BadRequest("MANDATORY_MARK_REDUNDANT");
        }

        run.Record(OzonExtras.PiecesSet, order.Plan.Number, new JsonObject
        {
            ["pieces"] = new JsonArray(told.Select(piece => piece.Data.DeepClone()).ToArray()),
            ["done_at"] = run.DoneAt(TimeSpan.FromSeconds(new SeededRandom(run.Options.Seed, "pieces of " + order.Plan.Number, order.Ozon.TimesPiecesSet).Between(0.5, 3))),
        });
        return Answer.Heard(inWords: Variations.Of(run.Options, "heard " + order.Plan.Number).Wrapped);
    }

    public Answer Status(JsonObject request)
    {
        var order = Find(request);
        var (isAtWork, isBroken) = (PieceRules.IsAtWork(run, order), PieceRules.CameToNoEnd(run, order));
        return Answer.Ok(new JsonObject
        {
            ["posting_number"] = order.Plan.Number,
            ["status"] = order.Ozon.PiecesCheckedAt is null ? "update_available" : isAtWork ? "validation_in_process" : PieceRules.MayShip(run, order) ? "ship_available" : "ship_not_available",
            ["products"] = new JsonArray(PieceRules.PiecesOf(order).GroupBy(piece => piece.Sku).Select(product => (JsonNode)new JsonObject
            {
                ["product_id"] = product.Key,
                ["exemplars"] = new JsonArray(product.Select(piece => (JsonNode)Checked(order, Kept(order, piece.Piece), isAtWork ? "processing" : isBroken ? "failed" : null)).ToArray()),
            }).ToArray()),
        });
    }

    private static JsonObject Kept(OrderTrack order, long piece) => order.Ozon.Pieces.TryGetValue(piece, out var kept)
        ? kept.DeepClone().AsObject()
        : new JsonObject { ["exemplar_id"] = piece, ["gtd"] = "", ["is_gtd_absent"] = false, ["rnpt"] = "", ["is_rnpt_absent"] = false, ["marks"] = new JsonArray(), ["weight"] = 0 };

    private static JsonObject Judged(JsonObject piece)
    {
        var marks = piece.Objects("marks").Select(mark =>
        {
            var flaw = PieceRules.FlawOf(mark);
            return new JsonObject { ["mark"] = mark.Text("mark"), ["mark_type"] = mark.Text("mark_type"), ["valid"] = flaw is null, ["errors"] = flaw is null ? new JsonArray() : new JsonArray(flaw) };
        }).ToArray();
        return new JsonObject
        {
            ["gtd"] = piece.Text("gtd"),
            ["rnpt"] = piece.Text("rnpt"),
            ["weight"] = PieceRules.Weight(piece),
            ["marks"] = new JsonArray(marks),
            ["valid"] = marks.All(mark => mark["valid"]!.GetValue<bool>()),
            ["errors"] = new JsonArray(),
        };
    }

    /// <param name="word">Instead of what was found: the check has not ended, or came to no end.</param>
    private JsonObject Checked(OrderTrack order, JsonObject piece, string? word)
    {
        var found = word is null && order.Ozon.PiecesCheckedAt is not null ? PieceRules.CodesOf(run, order, piece) : [];
        foreach (var mark in piece.Objects("marks"))
        {
            var codes = found.Where(one => one.Field == mark.Text("mark")).Select(one => (JsonNode)one.Code).ToArray();
            (mark["check_status"], mark["error_codes"]) = (word ?? (codes.Length > 0 ? "failed" : "passed"), new JsonArray(codes));
        }

        foreach (var field in new[] { "gtd", "rnpt", "weight" })
        {
            var codes = found.Where(one => one.Field == field).Select(one => (JsonNode)one.Code).ToArray();
            (piece[$"{field}_check_status"], piece[$"{field}_error_codes"]) = (word ?? (codes.Length > 0 ? "failed" : "passed"), new JsonArray(codes));
        }

        return piece;
    }

    private OrderTrack Find(JsonObject request) => run.Find(Channel.Ozon, request.Text("posting_number")) ?? throw RefusedException.PostingNotFound();
}
