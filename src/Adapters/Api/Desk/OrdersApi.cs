using Microsoft.AspNetCore.Http;
using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Application.Preparing;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;

namespace ShipBy.Adapters.Api.Desk;

/// <summary>Reading open orders, and saying something about one: who is on it, how far it has come.</summary>
public sealed class OrdersApi(IDesk desk, LookAtOrder lookAtOrder, PrepareOrder prepareOrder) : IApiArea
{
    private static readonly Duration LongestSnooze = Duration.FromDays(7);

    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get("orders", call => new[] { FilterText.Buyer, FilterText.Text }.Any(call.Query.ContainsKey)
            ? Task.FromResult(ApiCall.Lacks("buyer and q may name a person, and addresses are logged: send them to POST /orders/search, in the body."))
            : ListAsync(call, name => call.Query[name].ToString())),
        ApiRoute.Post("orders/search", call => ListAsync(call, name => call.Text(name) ?? "")),
        ApiRoute.Get("orders/one", OneAsync),
        ApiRoute.Post("orders/acknowledge", call => SayAsync(call, order => desk.AcknowledgeAsync(order, call.By, call.Cancel))),
        ApiRoute.Post("orders/snooze", SnoozeAsync),
        ApiRoute.Post("orders/assign", call => SayAsync(call, order => desk.AssignAsync(order, call.Text("owner") ?? "", call.Cancel))),
        ApiRoute.Post("orders/step", StepAsync),
        ApiRoute.Post("orders/note", call => SayAsync(call, order => prepareOrder.NoteAsync(order, call.Text("note") ?? "", call.Cancel))),
        ApiRoute.Post("orders/label", call => SayAsync(call, order => prepareOrder.ReadLabelAsync(order, call.Text("code") ?? "", call.Cancel))),
        ApiRoute.Post("orders/ticks", call => SayAsync(call, order => prepareOrder.TickAsync(order, call.Texts("entries"), call.Texts("ticked").ToHashSet(StringComparer.Ordinal), call.Cancel))),
        ApiRoute.Post("orders/printed", call => SayAsync(call, order => prepareOrder.PrintAsync(order, call.Cancel))),
        ApiRoute.Post("parcels/acknowledge", call => SayAsync(call, order => desk.AcknowledgeParcelAsync(order, call.By, call.Cancel))),
        ApiRoute.Post("parcels/settle", call => SayAsync(call, order => desk.SettleParcelAsync(order, call.Cancel))),
    ];

    /// <param name="valueOf">What is asked of each field of the filter; empty: nothing.</param>
    private async Task<IResult> ListAsync(ApiCall call, Func<string, string> valueOf)
    {
        var view = await desk.TodayAsync(FilterText.Read(valueOf), call.Cancel);
        return ApiCall.Answer(new
        {
            view.Now,
            view.Counts,
            Orders = view.Orders.Select(order => new
            {
                order.Key.Shop,
                Order = order.Key.Number,
                order.State,
                Status = order.RawStatus,
                order.ShipBy,
                order.Goods,
                Value = MoneyOf(order.Value),
                order.MissingUnits,
                order.Flaw,
                order.Carrier,
                order.Owner,
                AcknowledgedUntil = order.Acknowledged?.Until,
                order.Questions,
                Instruction = order.Instruction is { } asked ? new { asked.Kind, asked.State, asked.Refusal } : null,
                Prepared = PreparedOf(order.Preparation),
            }),
        });
    }

    /// <summary>Whom it goes to is told only where <c>recipient=true</c> asks for it.</summary>
    private async Task<IResult> OneAsync(ApiCall call)
    {
        if (call.Order is not { } key)
        {
            return ApiCall.LacksOrder;
        }

        if (await lookAtOrder.RunAsync(key, call.Cancel) is not { Order: var order } sheet)
        {
            return ApiCall.Done(done: false);
        }

        return ApiCall.Answer(new
        {
            order.Key.Shop,
            Order = order.Key.Number,
            order.State,
            Status = order.RawStatus,
            order.ShipBy,
            order.Carrier,
            order.TrackingNumber,
            Lines = order.Lines.Select(line => new { Sku = line.Sku.Value, line.Name, line.Quantity, Price = MoneyOf(line.Price) }),
            Recipient = call.Query["recipient"] == "true" ? order.Recipient : null,
            sheet.Checks,
            sheet.Questions,
            sheet.Checklist,
            Proposed = sheet.Carrier is { } advice ? new { advice.Reason, Carrier = advice.Set ?? advice.Tariff?.Word, advice.ShutUntil, advice.IsWeightGuessed } : null,
            Prepared = PreparedOf(order.Preparation),
            SameRecipient = sheet.SameRecipient.Select(other => new { other.Shop, Order = other.Number }),
            order.Journal,
        });
    }

    private Task<IResult> SnoozeAsync(ApiCall call) => call.Text("minutes") is { } text && int.TryParse(text, out var minutes) && minutes > 0 && Duration.FromMinutes(minutes) <= LongestSnooze
        ? SayAsync(call, order => desk.SnoozeAsync(order, call.By, Duration.FromMinutes(minutes), call.Cancel))
        : Task.FromResult(ApiCall.Lacks("minutes is missing or not from 1 to 10080."));

    private Task<IResult> StepAsync(ApiCall call) => call.Word<PreparationStep>("step") is { } step
        ? SayAsync(call, order => call.Flag("back") ? prepareOrder.TakeBackAsync(order, step, call.Cancel) : prepareOrder.MarkAsync(order, step, call.By, call.Cancel))
        : Task.FromResult(ApiCall.Lacks("step is missing or unknown; it is one of checked, picked, packed, labelled, handed_over."));

    private static async Task<IResult> SayAsync(ApiCall call, Func<OrderKey, Task<bool>> say) => call.Order is { } order ? ApiCall.Done(await say(order)) : ApiCall.LacksOrder;

    private static object? PreparedOf(Preparation? done) => done is null ? null : new { done.Steps, done.Ticked, done.PrintedAt, done.Note, done.LabelRead };

    private static object? MoneyOf(Money? money) => money is null ? null : new { money.MinorUnits, money.Currency };
}
