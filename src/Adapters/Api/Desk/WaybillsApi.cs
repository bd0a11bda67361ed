using Microsoft.AspNetCore.Http;
using ShipBy.Application.Waybills;
using ShipBy.Domain.Shipping.Numbers;

namespace ShipBy.Adapters.Api.Desk;

/// <summary>The number stock of electronic waybills.</summary>
public sealed class WaybillsApi(WaybillStock stock) : IApiArea
{
    private const int MostAtLeast = 1_000_000;

    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get("waybills", ListAsync),
        ApiRoute.Post("waybills/add", AddAsync),
        ApiRoute.Post("waybills/line", SetLineAsync),
        ApiRoute.Post("waybills/withdraw", async call => !Guid.TryParse(call.Text("id"), out var id) ? ApiCall.Lacks("id is missing or no UUID; name a lot as GET waybills lists it.")
            : await stock.WithdrawAsync(id, call.Cancel) ? ApiCall.Answer(new { done = true })
            : ApiCall.Answer(new { done = false, error = "There is no such lot, or others were changing it at the same moment; look at GET waybills." }, StatusCodes.Status409Conflict)),
    ];

    private static IResult LacksCarrier => ApiCall.Lacks("carrier is missing; name it as marketplaces are told.");

    private static IResult OthersAtWork => ApiCall.Answer(new { done = false, error = "Others were changing it at the same moment; send the same again." }, StatusCodes.Status409Conflict);

    private async Task<IResult> ListAsync(ApiCall call) => ApiCall.Answer(new
    {
        Carriers = (await stock.AllAsync(call.Cancel)).Select(carrier => new
        {
            carrier.Carrier,
            carrier.Left,
            carrier.AtLeast,
            Lots = carrier.Lots.Select(lot => new { lot.Id, lot.AddedAt, lot.By, lot.All, lot.Left, lot.Next }),
        }),
    });

    private async Task<IResult> AddAsync(ApiCall call)
    {
        if (call.Text("carrier") is not { } carrier)
        {
            return LacksCarrier;
        }

        if (call.Text("first") is null == (call.Texts("numbers").Count == 0))
        {
            return ApiCall.Lacks("numbers or first is missing, or both are there; send a list of texts, or the first number with rule and count.");
        }

        if (call.Text("first") is { } first)
        {
            return call.Word<NumberRule>("rule") is { } rule && int.TryParse(call.Text("count"), out var count)
                ? Said(await stock.AddRunAsync(carrier, first, rule, call.Flag("downwards") ? -1 : 1, count, call.By, call.Cancel))
                : ApiCall.Lacks($"rule or count is missing; send a rule of docs/openapi.json, and count as text, from 1 to {WaybillLot.Most}.");
        }

        return Said(await stock.AddListAsync(carrier, call.Texts("numbers"), call.By, call.Cancel));
    }

    private async Task<IResult> SetLineAsync(ApiCall call) => call.Text("carrier") is not { } carrier ? LacksCarrier
        : !int.TryParse(call.Text("at_least"), out var least) || least is < 0 or > MostAtLeast ? ApiCall.Lacks("at_least is missing or no whole number as text; send 0 to be told of nothing.")
        : await stock.SetLineAsync(carrier, least, call.Cancel) ? ApiCall.Answer(new { done = true })
        : OthersAtWork;

    private static IResult Said(WaybillAddition answer) => answer switch
    {
        { Flaw: not null } => ApiCall.Answer(new { error = "None of the numbers is in.", answer.Flaw, answer.Detail }, StatusCodes.Status400BadRequest),
        { OthersAtWork: true } => OthersAtWork,
        _ => ApiCall.Answer(new { answer.Added, answer.Known }),
    };
}
