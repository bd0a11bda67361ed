using Microsoft.AspNetCore.Http;
using ShipBy.Application.FirstUse;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Api.Desk;

/// <summary>Sample data of a desk without shops, put there and taken away.</summary>
public sealed class SampleApi(SampleDesk sample, GuardOptions options) : IApiArea
{
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get("sample", async call => ApiCall.Answer(new { There = await sample.IsThereAsync(call.Cancel) })),
        ApiRoute.Post("sample/fill", async call => Said(await sample.FillAsync(options.Language, call.Cancel), "The desk has shops of its own, or others were writing at the same moment.")),
        ApiRoute.Post("sample/remove", async call => Said(await sample.RemoveAsync(call.Cancel), "Others were writing at the same moment; send the same again.")),
    ];

    private static IResult Said(bool done, string error) => done ? ApiCall.Answer(new { done }) : ApiCall.Answer(new { done, error }, StatusCodes.Status409Conflict);
}
