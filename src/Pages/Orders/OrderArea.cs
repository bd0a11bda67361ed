using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ShipBy.Application.Preparing;
using ShipBy.Application.Settings;
using ShipBy.Application.Shipping;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;
using ShipBy.Domain.Shipping;
using ShipBy.Pages.Access;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Orders;

/// <summary>One order's page: what stands against shipping it, what is done with it at the packing table, and telling its marketplace.</summary>
public sealed class OrderArea(LookAtOrder lookAtOrder, PrepareOrder prepareOrder, InstructOrder instructOrder, FramePages pages, IOptions<GuardOptions> options) : IDeskArea
{
    private const int LongestText = 200;

    public IReadOnlyList<DeskRoute> Routes =>
    [
        DeskRoute.Get(OrderAddress.Path, ShowAsync),
        DeskRoute.Post("desk/order/step", call => NoteAsync(call, order => StepAsync(call, order))),
        DeskRoute.Post("desk/order/ticks", call => NoteAsync(call, order => TickAsync(call, order))),
        DeskRoute.Post("desk/order/note", call => NoteAsync(call, order => prepareOrder.NoteAsync(order, call.Form["note"].ToString(), call.Cancel))),
        DeskRoute.Post("desk/order/label", call => NoteAsync(call, order => prepareOrder.ReadLabelAsync(order, call.Form["code"].ToString(), call.Cancel))),
        DeskRoute.Post("desk/order/ship", ShipAsync),
    ];

    /// <summary>Takes <c>shop</c> and <c>number</c>; <c>show</c> unmasks whom it goes to.</summary>
    private async Task<IResult> ShowAsync(DeskCall call)
    {
        if (OrderAddress.Read(call.Query) is not { } key || await lookAtOrder.RunAsync(key, call.Cancel) is not { } sheet)
        {
            return await pages.NoticeAsync(call.Frame, StatusCodes.Status404NotFound, call.Frame.Words.Prepare.NotNoted(AskFlaw.Unknown));
        }

        return await PageAsync(call, sheet, Said(call), StatusCodes.Status200OK);
    }

    private async Task<IResult> PageAsync(DeskCall call, OrderSheet sheet, (string Says, bool IsGood)? said, int status)
    {
        var clock = new ShopClock(ShopClock.ZoneOf(options.Value.TimeZone), call.Frame.Words.Time, sheet.Now);
        return await pages.PageAsync<OrderPage>(new OrderModel(call.Frame, sheet, clock, ShowsRecipient: call.Query.ContainsKey("show"), said) { Typed = call.Form }, status);
    }

    /// <summary>Takes the name of a <see cref="PreparationStep"/>, and <c>back</c> where it is not done after all.</summary>
    private Task<bool>? StepAsync(DeskCall call, OrderKey order) => (Enum.TryParse<PreparationStep>(call.Form["step"], out var step) && Enum.IsDefined(step), call.Form.ContainsKey("back")) switch
    {
        (false, _) => null,
        (_, true) => prepareOrder.TakeBackAsync(order, step, call.Cancel),
        _ => prepareOrder.MarkAsync(order, step, call.By, call.Cancel),
    };

    /// <summary>Takes all <c>entry</c> of the list, and those of them that are ticked as <c>ticked</c>.</summary>
    private Task<bool> TickAsync(DeskCall call, OrderKey order) => prepareOrder.TickAsync(
        order, [.. call.Form["entry"].OfType<string>()], call.Form["ticked"].OfType<string>().ToHashSet(StringComparer.Ordinal), call.Cancel);

    /// <summary>Takes <c>carrier</c>, <c>tracking</c>, what the marketplace wants to know of the goods, and <c>handed</c> and <c>anyway</c> where they are ticked.</summary>
    private async Task<IResult> ShipAsync(DeskCall call)
    {
        if (call.Order is not { } order || await lookAtOrder.RunAsync(order, call.Cancel) is not { } sheet)
        {
            return await pages.LackingAsync(call);
        }

        var (goods, wrong) = GoodsForm.Read(call.Form, sheet.Order, call.Frame.Words.Prepare);
        if (wrong is not null)
        {
            return await PageAsync(call, sheet, (wrong, false), StatusCodes.Status400BadRequest);      // what was scanned is not to be scanned again
        }

        var ship = new ShipOrder([], DeskForm.TextOf(call.Form, "carrier", LongestText), DeskForm.TextOf(call.Form, "tracking", LongestText), call.Form.ContainsKey("handed")) { Goods = goods };
        var wanted = new Instruction { Kind = InstructionKind.Ship, Ship = ship, AskedAt = default, AskedBy = call.By };
        var flaw = await instructOrder.RunAsync(order, wanted, anyway: call.Form.ContainsKey("anyway"), call.Cancel);
        return call.To(OrderAddress.Of(order, flaw?.ToString() ?? nameof(PrepareWords.Noted)));
    }

    /// <param name="note">Null for a form that lacks something.</param>
    private async Task<IResult> NoteAsync(DeskCall call, Func<OrderKey, Task<bool>?> note) => call.Order is { } order && note(order) is { } noted
        ? call.To(OrderAddress.Of(order, await noted ? nameof(PrepareWords.Saved) : nameof(PrepareWords.Gone)))
        : await pages.LackingAsync(call);

    /// <summary>What the last form came to. An address that somebody wrote by hand says nothing else than one of these.</summary>
    private static (string Says, bool IsGood)? Said(DeskCall call)
    {
        var words = call.Frame.Words.Prepare;
        return call.Query["said"].ToString() switch
        {
            nameof(PrepareWords.Saved) => (words.Saved, true),
            nameof(PrepareWords.Noted) => (words.Noted, true),
            nameof(PrepareWords.Gone) => (words.Gone, false),
            var flaw when Enum.TryParse<AskFlaw>(flaw, out var known) && Enum.IsDefined(known) => (words.NotNoted(known), false),
            _ => null,
        };
    }
}
