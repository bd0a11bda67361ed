using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ShipBy.Application.Batches;
using ShipBy.Application.Desk;
using ShipBy.Application.Preparing;
using ShipBy.Application.Settings;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Today;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Batches;

/// <summary>Shipping many orders at one go: choose, look at the plan, tell, and watch it arrive.</summary>
public sealed class BatchArea(IDesk desk, PlanBatch planBatch, ShipBatch shipBatch, LookAtBatch lookAtBatch, PrintBatch printBatch, PickList pickList, PrepareOrder prepareOrder, SearchAddress search, FramePages pages, IOptions<GuardOptions> options, TimeProvider time) : IDeskArea
{
    private const string Batch = "desk/ship/batch";

    public IReadOnlyList<DeskRoute> Routes =>
    [
        DeskRoute.Get("desk/ship", ChooseAsync),
        DeskRoute.Post("desk/ship/plan", PlanAsync),
        DeskRoute.Post("desk/ship/start", StartAsync),
        DeskRoute.Get(Batch, ShowAsync),
        DeskRoute.Post("desk/ship/carry-on", CarryOnAsync),
        DeskRoute.Get("desk/ship/pick-list", PickListAsync),
        DeskRoute.Post("desk/ship/pick-list/printed", PrintedAsync),
        DeskRoute.Post("desk/ship/labels", LabelsAsync),
    ];

    /// <summary>What may be chosen, by the filters of the page of today.</summary>
    private async Task<IResult> ChooseAsync(DeskCall call)
    {
        var filter = search.Read(call.Query);
        var view = await desk.TodayAsync(filter, call.Cancel);
        var free = view.Orders.Where(order => order.State == OrderState.Held && order.Instruction is not { Kind: InstructionKind.Ship, State: not InstructionState.Refused }).ToList();
        return await pages.PageAsync<ChoosePage>(new ChooseModel(call.Frame, [.. free.Take(TodayModel.MaxOrders)], await shipBatch.AllAsync(call.Cancel), ClockOf(call))
        {
            AllAre = call.Query[BatchForm.All] == "1",
            More = Math.Max(0, free.Count - TodayModel.MaxOrders),
            Query = search.Write(filter),
        });
    }

    private async Task<IResult> PlanAsync(DeskCall call)
    {
        var wish = BatchForm.Read(call.Form);
        return await PlanPageAsync(call, wish, await planBatch.RunAsync(wish, call.Cancel), notice: null);
    }

    /// <summary>Starts what the plan showed. Broken off or pressed twice, it is the same batch.</summary>
    private async Task<IResult> StartAsync(DeskCall call)
    {
        var wish = BatchForm.Read(call.Form);
        if (!Guid.TryParse(call.Form[BatchForm.Id], out var id))
        {
            return await pages.LackingAsync(call);
        }

        if (await shipBatch.FindAsync(id, call.Cancel) is null)
        {
            var plan = await planBatch.RunAsync(wish, call.Cancel);
            if (BatchForm.HasEmptied(call.Form) || BatchPrint.Of(plan) != call.Form[BatchForm.Planned] || !await shipBatch.StartAsync(id, wish, plan, call.By, call.Cancel))
            {
                return await PlanPageAsync(call, wish, plan, call.Frame.Words.Batch.NotStarted);
            }
        }

        await shipBatch.CarryOnAsync(id, CancellationToken.None);       // whoever closes the browser does not break it off
        return call.To(AddressOf(id));
    }

    private async Task<IResult> ShowAsync(DeskCall call) => await BatchOfAsync(call, call.Query["id"]) is { } batch
        ? await BatchPageAsync(call, batch, printed: null)
        : await pages.NotThereAsync(call);

    private async Task<IResult> CarryOnAsync(DeskCall call) => Guid.TryParse(call.Form[BatchForm.Id], out var id) && await shipBatch.CarryOnAsync(id, CancellationToken.None) is not null
        ? call.To(AddressOf(id))
        : await pages.NotThereAsync(call);

    private async Task<IResult> PickListAsync(DeskCall call) => await BatchOfAsync(call, call.Query["id"]) is { } batch
        ? await pages.PageAsync<PickListPage>(new PickListModel(call.Frame, await pickList.OfAsync(await lookAtBatch.RunAsync(batch, call.Cancel), call.Cancel), batch, ClockOf(call), WasPrinted: call.Query["printed"] == "1"))
        : await pages.NotThereAsync(call);

    private async Task<IResult> LabelsAsync(DeskCall call)
    {
        if (await BatchOfAsync(call, call.Form[BatchForm.Id]) is not { } batch)
        {
            return await pages.NotThereAsync(call);
        }

        var printed = await printBatch.RunAsync(batch, evenSome: call.Form.ContainsKey(BatchForm.EvenSome), call.Cancel);
        call.Request.HttpContext.Response.Headers.CacheControl = "no-store";
        return printed.File is { } file && (printed.Unprinted.Count == 0 || call.Form.ContainsKey(BatchForm.EvenSome))
            ? Results.File(file, "application/pdf", $"labels-{batch.Id:N}.pdf")
            : await BatchPageAsync(call, batch, printed);
    }

    private async Task<IResult> BatchPageAsync(DeskCall call, ShipmentBatch batch, PrintedBatch? printed) =>
        await pages.PageAsync<BatchPage>(new BatchModel(call.Frame, await lookAtBatch.RunAsync(batch, call.Cancel), ClockOf(call), printed));

    /// <summary>Who prints the list takes the orders into work: the page of today says so of each.</summary>
    private async Task<IResult> PrintedAsync(DeskCall call)
    {
        if (await BatchOfAsync(call, call.Form[BatchForm.Id]) is not { } batch)
        {
            return await pages.NotThereAsync(call);
        }

        foreach (var item in batch.Items.Where(item => item.State != BatchItemState.Refused))
        {
            await prepareOrder.PrintAsync(item.Order, call.Cancel);
        }

        return call.To($"desk/ship/pick-list?id={batch.Id:N}&printed=1");
    }

    private async Task<IResult> PlanPageAsync(DeskCall call, BatchWish wish, BatchPlan plan, string? notice) =>
        await pages.PageAsync<PlanPage>(new PlanModel(call.Frame, wish, plan, Guid.NewGuid(), notice), notice is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);

    private async Task<ShipmentBatch?> BatchOfAsync(DeskCall call, string? id) => Guid.TryParse(id, out var known) ? await shipBatch.FindAsync(known, call.Cancel) : null;

    private ShopClock ClockOf(DeskCall call) => new(ShopClock.ZoneOf(options.Value.TimeZone), call.Frame.Words.Time, time.Now());

    internal static string AddressOf(Guid id) => $"{Batch}?id={id:N}";
}
