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
public sealed class BatchArea(IDesk desk, PlanBatch planBatch, StartBatch startBatch, ProposeCarriers proposeCarriers, GiveNumbersBack giveNumbersBack, ShipBatch shipBatch, LookAtBatch lookAtBatch, PrintBatch printBatch, PickList pickList, PrepareOrder prepareOrder, SearchAddress search, FramePages pages, IOptions<GuardOptions> options, TimeProvider time) : IDeskArea
{
    private const string Batch = "desk/ship/batch";

    public IReadOnlyList<DeskRoute> Routes =>
    [
        DeskRoute.Get("desk/ship", ChooseAsync),
        DeskRoute.Post("desk/ship/plan", PlanAsync),
        DeskRoute.Post("desk/ship/start", StartAsync),
        DeskRoute.Get(Batch, ShowAsync),
        DeskRoute.Post("desk/ship/carry-on", CarryOnAsync),
        DeskRoute.Post("desk/ship/give-back", GiveBackAsync),
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
        var plan = (await planBatch.RunAsync(wish, call.Cancel)).Plan;
        if (call.Form[BatchForm.Take] is [{ Length: > 0 } word] && (await proposeCarriers.RunAsync(plan, call.Cancel)).FirstOrDefault(one => one.Tariff.Word == word) is { } taken)
        {
            wish = taken.Of(wish);
            plan = (await planBatch.RunAsync(wish, call.Cancel)).Plan;
        }

        return await PlanPageAsync(call, wish, plan, notice: null);
    }

    /// <summary>Starts what the plan showed. Broken off or pressed twice, it is the same batch.</summary>
    private async Task<IResult> StartAsync(DeskCall call)
    {
        var wish = BatchForm.Read(call.Form);
        if (!Guid.TryParse(call.Form[BatchForm.Id], out var id))
        {
            return await pages.LackingAsync(call);
        }

        // A field that was emptied is a plan that nobody has seen.
        var seen = BatchForm.HasEmptied(call.Form) ? null : call.Form[BatchForm.Planned].ToString();
        if (await startBatch.RunAsync(id, wish, seen, call.By, call.Cancel) is { } plan)
        {
            return await PlanPageAsync(call, wish, plan, call.Frame.Words.Batch.NotStarted);
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

    private async Task<IResult> GiveBackAsync(DeskCall call) => !Guid.TryParse(call.Form[BatchForm.Id], out var id) || await shipBatch.FindAsync(id, call.Cancel) is null ? await pages.NotThereAsync(call)
        : await giveNumbersBack.RunAsync(id, call.Cancel) is not null ? call.To(AddressOf(id))
        : await pages.NoticeAsync(call.Frame, StatusCodes.Status409Conflict, call.Frame.Words.Carrier.Outcome(Application.Carriers.TableChange.OthersAtWork));

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
        await pages.PageAsync<PlanPage>(new PlanModel(call.Frame, wish, plan, await proposeCarriers.RunAsync(plan, call.Cancel), Guid.NewGuid(), notice), notice is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);

    private async Task<ShipmentBatch?> BatchOfAsync(DeskCall call, string? id) => Guid.TryParse(id, out var known) ? await shipBatch.FindAsync(known, call.Cancel) : null;

    private ShopClock ClockOf(DeskCall call) => new(ShopClock.ZoneOf(options.Value.TimeZone), call.Frame.Words.Time, time.Now());

    internal static string AddressOf(Guid id) => $"{Batch}?id={id:N}";
}
