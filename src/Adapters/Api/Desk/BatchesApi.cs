using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Batches;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping.Numbers;

namespace ShipBy.Adapters.Api.Desk;

/// <summary>Shipping many orders at one go: plan, start under an id of the caller's, go on, look.</summary>
public sealed class BatchesApi(PlanBatch planBatch, StartBatch startBatch, ProposeCarriers proposeCarriers, GiveNumbersBack giveNumbersBack, ShipBatch shipBatch, LookAtBatch lookAtBatch, PickList pickList, PrintBatch printBatch) : IApiArea
{
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Post("batches/plan", async call => WishOf(call) is { } wish ? await PlannedAsync((await planBatch.RunAsync(wish, call.Cancel)).Plan, StatusCodes.Status200OK, call.Cancel) : LacksOrders),
        ApiRoute.Post("batches/start", StartAsync),
        ApiRoute.Post("batches/carry-on", async call => IdOf(call) is { } id && await shipBatch.CarryOnAsync(id, CancellationToken.None) is { } batch ? await ToldAsync(batch, call) : NoBatch),
        ApiRoute.Post("batches/give-back", async call => IdOf(call) is not { } id || await shipBatch.FindAsync(id, call.Cancel) is null ? NoBatch
            : await giveNumbersBack.RunAsync(id, call.Cancel) is { } count ? ApiCall.Answer(new { GivenBack = count })
            : ApiCall.Answer(new { error = "Others were changing the number stock at the same moment; send the same again." }, StatusCodes.Status409Conflict)),
        ApiRoute.Get("batches/one", async call => IdOf(call) is { } id && await shipBatch.FindAsync(id, call.Cancel) is { } batch ? await ToldAsync(batch, call) : NoBatch),
        ApiRoute.Get("batches/pick-list", async call => IdOf(call) is { } id && await shipBatch.FindAsync(id, call.Cancel) is { } batch
            ? ApiCall.Answer(new { Lines = (await pickList.OfAsync(await lookAtBatch.RunAsync(batch, call.Cancel), call.Cancel)).Select(line => new { Sku = line.Sku.Value, line.Name, line.Pieces, line.Orders, line.Card?.Zone, line.Card?.Packaging, line.Card?.BarCode }) })
            : NoBatch),
        ApiRoute.Post("batches/labels", async call => IdOf(call) is { } id && await shipBatch.FindAsync(id, call.Cancel) is { } batch ? await LabelsAsync(batch, call) : NoBatch),
    ];

    private static IResult LacksOrders => ApiCall.Lacks("orders is missing or no list of orders, or rule is none of docs/openapi.json; send {\"orders\": [{\"shop\": \"...\", \"order\": \"...\"}]}.");

    private static IResult NoBatch => ApiCall.Answer(new { error = "There is no such batch; name the id that it was started under." }, StatusCodes.Status404NotFound);

    private async Task<IResult> StartAsync(ApiCall call)
    {
        if (IdOf(call) is not { } id)
        {
            return ApiCall.Lacks("id is missing or no UUID; draw one for each batch, and send the same again where no answer came.");
        }

        if (WishOf(call) is not { } wish)
        {
            return LacksOrders;
        }

        return await startBatch.RunAsync(id, wish, call.Text("print"), call.By, call.Cancel) is { } plan
            ? await PlannedAsync(plan, StatusCodes.Status409Conflict, call.Cancel)
            : await ToldAsync((await shipBatch.CarryOnAsync(id, CancellationToken.None))!, call);
    }

    /// <summary>One PDF; where labels are missing, which and why, unless <c>even_some</c> says that the others will do.</summary>
    private async Task<IResult> LabelsAsync(ShipmentBatch batch, ApiCall call)
    {
        var printed = await printBatch.RunAsync(batch, call.Flag("even_some"), call.Cancel);
        return printed.File is { } file && (printed.Unprinted.Count == 0 || call.Flag("even_some"))
            ? Results.File(file, "application/pdf")
            : ApiCall.Answer(new { HasSome = printed.File is not null, Missing = printed.Unprinted.Select(label => new { Order = label.Number, label.Flaw, label.Detail, label.IsTooEarly }) }, StatusCodes.Status409Conflict);
    }

    private static BatchWish? WishOf(ApiCall call) => call.Body.Field("orders") is { ValueKind: JsonValueKind.Array } orders
        && orders.EnumerateArray().All(order => OrderOf(order) is not null) && (call.Text("rule") is null || call.Word<NumberRule>("rule") is not null)
        ? new BatchWish
        {
            Orders = [.. orders.EnumerateArray().Select(OrderOf).OfType<OrderKey>().Distinct()],
            Carrier = call.Text("carrier"),
            FirstNumber = call.Text("first_number"),
            FromStock = call.Flag("from_stock") && call.Text("first_number") is null,
            Rule = call.Word<NumberRule>("rule") ?? NumberRule.FromTheCarrier,
            Step = call.Flag("downwards") ? -1 : 1,
            IsHandedOver = call.Flag("handed_over"),
            Typed = orders.EnumerateArray().Where(one => OrderOf(one) is not null && one.Text("tracking_number") is { Length: > 0 }).GroupBy(one => OrderOf(one)!).ToDictionary(one => one.Key, one => Cut.ToLine(one.First().Text("tracking_number")!, 100)),
            Apart = orders.EnumerateArray().Where(one => one.Flag("apart") == true).Select(OrderOf).OfType<OrderKey>().ToHashSet(),
        }
        : null;

    private static OrderKey? OrderOf(JsonElement order) => order.Text("shop") is { Length: > 0 } shop && order.Text("order") is { Length: > 0 } number ? new OrderKey(shop, number) : null;

    private static Guid? IdOf(ApiCall call) => Guid.TryParse(call.Text("id") ?? call.Query["id"].ToString(), out var id) ? id : null;

    private async Task<IResult> PlannedAsync(BatchPlan plan, int status, CancellationToken cancel) => ApiCall.Answer(Told(plan, await proposeCarriers.RunAsync(plan, cancel)), status);

    private static object Told(BatchPlan plan, IReadOnlyList<CarrierProposal> proposals) => new
    {
        Print = BatchPrint.Of(plan),
        Parcels = plan.Parcels.Select(parcel => new { parcel.TrackingNumber, Orders = parcel.Orders.Select(order => new { order.Key.Shop, Order = order.Key.Number }) }),
        LeftOut = plan.LeftOut.Select(left => new { left.Order.Shop, Order = left.Order.Number, left.Reason }),
        Trouble = plan.Trouble is { } trouble ? new { trouble.At.Shop, Order = trouble.At.Number, trouble.Flaw, trouble.Detail } : null,
        Proposals = proposals.Select(one => new { Carrier = one.Tariff.Word, one.Tariff.Rule, one.InStock, Orders = one.Orders.Select(order => new { order.Shop, Order = order.Number }) }),
    };

    private async Task<IResult> ToldAsync(ShipmentBatch batch, ApiCall call)
    {
        var view = await lookAtBatch.RunAsync(batch, call.Cancel);
        return ApiCall.Answer(new
        {
            batch.Id,
            batch.StartedAt,
            batch.By,
            batch.IsUnfinished,
            view.IsMoving,
            Orders = view.Lines.Select(line => new { line.Item.Order.Shop, Order = line.Item.Order.Number, line.Item.TrackingNumber, line.Progress, line.Item.Flaw, line.Order?.Instruction?.Refusal }),
        });
    }
}
