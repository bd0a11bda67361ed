using System.Text.Json.Nodes;
using ShipBy.Sandbox.Ozon.Pieces;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon;

/// <summary>What has to be said of a posting before it can be packed, and the calls that say it.</summary>
internal sealed class PackingNeeds(SandboxRun run)
{
    public Answer SetCountry(JsonObject request)
    {
        var order = Find(request);
        var (product, country) = (request.Number("product_id") ?? 0, request.Text("country_iso_code"));
        if (country.Length is not 2 || order.Plan.Lines.All(line => line.Product.Sku != product))
        {
            throw RefusedException.BadRequest(country.Length is not 2 ? "INVALID_COUNTRY_ISO_CODE" : "UNKNOWN_PRODUCT_DEFINED");
        }

        run.Record(Happened.CountrySet, order.Plan.Number, new JsonObject { ["product"] = product, ["country"] = country });
        return Answer.Ok(new JsonObject { ["product_id"] = product, ["is_gtd_needed"] = Scene.Of(run.Options, order.Plan).WantsDeclaration });
    }

    public Answer SetBoxes(JsonObject request)
    {
        var order = Find(request);
        if (request.Number("multi_box_qty") is not (>= 1 and <= 100) || !Scene.Of(run.Options, order.Plan).IsMultibox)
        {
            throw RefusedException.BadRequest("HAS_INCORRECT_MULTI_BOX_QTY");
        }

        run.Record(Happened.BoxesSet, order.Plan.Number, new JsonObject { ["boxes"] = request.Number("multi_box_qty") });
        return Answer.Ok(new JsonObject { ["result"] = new JsonObject { ["result"] = true } });
    }

    /// <summary>The date may be named while it is offered: once, before the posting's present date, and later than now.</summary>
    public Answer SetCutOff(JsonObject request)
    {
        var order = Find(request);
        var (state, date) = (run.StateOf(order), request.Instant("new_cutoff_date"));
        if (!MayNameDate(order, state) || date is null || date <= run.Clock.Now)
        {
            throw RefusedException.BadRequest("TRANSITION_IS_NOT_POSSIBLE");
        }

        run.Record(Happened.DateNamed, order.Plan.Number, new JsonObject { ["limit"] = RunClock.Round(date.Value) });
        return Answer.Ok(new JsonObject { ["result"] = true });
    }

    public bool MayNameDate(OrderTrack order, PostingState state) =>
        Scene.Of(run.Options, order.Plan).NamesDate && state is { Status: "awaiting_packaging" } && order.DateNamed is null && run.Clock.Now < state.Limit;

    /// <summary>Product numbers by the list that asks for something of them. Some lists stay when all was said.</summary>
    public IReadOnlyDictionary<string, long[]> OpenOf(OrderTrack order)
    {
        var (scene, skus) = (Scene.Of(run.Options, order.Plan), order.Plan.Lines.Select(line => line.Product.Sku).Distinct());
        return new Dictionary<string, long[]>(StringComparer.Ordinal)
        {
            ["products_requiring_country"] = scene.WantsCountry ? [.. skus.Where(sku => !order.Countries.Contains(sku))] : [],
            ["products_requiring_gtd"] = scene.WantsDeclaration && Stays(order) ? [.. skus] : [],
            ["products_requiring_mandatory_mark"] = scene.WantsMarks && Stays(order) ? [.. skus] : [],
            ["products_requiring_imei"] = scene.WantsImeis && Stays(order) ? [.. skus] : [],
            ["products_requiring_weight"] = scene.WantsImeis && Stays(order) ? [.. skus] : [],
        };
    }

    /// <summary>Whether something is still to be said before it can be packed.</summary>
    public bool IsOpen(OrderTrack order) => OpenOf(order)["products_requiring_country"].Length > 0 || (PieceRules.AreWanted(run, order) && !PieceRules.MayShip(run, order));

    private bool Stays(OrderTrack order) => new SeededRandom(run.Options.Seed, "lists of " + order.Plan.Number).Chance(0.5) || !PieceRules.MayShip(run, order);

    public bool LacksBoxes(OrderTrack order) => order.Boxes == 0 && Scene.Of(run.Options, order.Plan).IsMultibox;

    private OrderTrack Find(JsonObject request) => run.Find(Channel.Ozon, request.Text("posting_number")) ?? throw RefusedException.PostingNotFound();
}
