using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ShipBy.Application.Ledger;
using ShipBy.Application.Shipping;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Api;

/// <summary>Lets a machine of the seller's say what shall be said to marketplaces: a scanner, a label printer, a warehouse program. Needs the function key.</summary>
/// <remarks>What is answered as accepted is in the ledger and will be said. Saying the same again is harmless, so that a caller who got no answer just repeats.</remarks>
public sealed class InstructionApi(InstructOrder instruct)
{
    public Task<IResult> ShipAsync(HttpRequest request, CancellationToken cancel) => AnswerAsync(request, InstructionKind.Ship, cancel);

    public Task<IResult> CancelAsync(HttpRequest request, CancellationToken cancel) => AnswerAsync(request, InstructionKind.Cancel, cancel);

    private async Task<IResult> AnswerAsync(HttpRequest request, InstructionKind kind, CancellationToken cancel)
    {
        var read = await InstructionRequest.ReadAsync(request, kind, cancel);
        if (read.Flaw is { } flaw)
        {
            return Results.Json(new { error = flaw }, statusCode: read.Status);
        }

        var results = new List<object>();
        try
        {
            foreach (var item in read.Items)
            {
                results.Add(await OneAsync(item, cancel));
            }
        }
        catch (LedgerUnreachableException)
        {
            return Results.Json(new { error = "The ledger gave no answer. Send the same again: what was accepted already stays accepted.", results }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        return Results.Json(new { results });
    }

    private async Task<object> OneAsync(InstructionItem item, CancellationToken cancel)
    {
        if (item.Flaw is { } flaw)
        {
            return Refused(item.Shop, item.Order, "invalid", flaw);
        }

        return await instruct.RunAsync(new OrderKey(item.Shop, item.Order), item.Instruction!, item.Anyway, cancel) is { } why
            ? Refused(item.Shop, item.Order, JsonNamingPolicy.SnakeCaseLower.ConvertName(why.ToString()), ReasonOf(why))
            : new { shop = item.Shop, order = item.Order, accepted = true };
    }

    private static object Refused(string shop, string order, string code, string reason) => new { shop, order, accepted = false, code, reason };

    private static string ReasonOf(AskFlaw flaw) => flaw switch
    {
        AskFlaw.Unknown => "There is no such order in the ledger; look at the shop's name and the number.",
        AskFlaw.Cancelled => "The order is cancelled; do not send it.",
        AskFlaw.BeingCancelled => "The order, or a part of it, is being cancelled; do not send it before that is settled.",
        AskFlaw.HandedOver => "The order was handed over already.",
        AskFlaw.NoStock => "Its units are not held yet, or there are too few; see what is short on the page.",
        AskFlaw.SetAside => "The order was set aside; settle what is wrong with it first.",
        AskFlaw.NotReleased => "It is not confirmed or paid yet, or the marketplace forbids shipping for the moment.",
        AskFlaw.RefundOpen => "The buyer wants the money back; decide that first, or say \"anyway\": true.",
        AskFlaw.NotOffered => "This shop is not told what was shipped; do it in the shop itself.",
        AskFlaw.NotInOrder => "items names more of a product than the order holds, or another product; take sku and quantity from the order.",
        AskFlaw.NothingLeft => "Nothing would be left of the order; leave items out to cancel the whole of it.",
        AskFlaw.WholeOnly => "This shop cancels whole orders only; leave items out, or cancel the part in the shop itself.",
        AskFlaw.NoGoodsData => "This shop asks for no data about goods; leave goods out.",
        AskFlaw.ToldOtherwise => "It was told meanwhile, with another number or otherwise.",
        AskFlaw.Contested => "The order kept changing; send the same again.",
        _ => throw new InvalidOperationException($"No reason is written for {flaw}."),
    };
}
