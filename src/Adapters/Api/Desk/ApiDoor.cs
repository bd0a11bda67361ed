using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ShipBy.Application.Ledger;

namespace ShipBy.Adapters.Api.Desk;

/// <summary>Everything that the desk's pages can do, for machines. The host asks for the function key first.</summary>
public sealed class ApiDoor(IEnumerable<IApiArea> areas)
{
    private const int LargestBody = 512 * 1024;

    private readonly Dictionary<(string, string), ApiRoute> _routes = areas.SelectMany(area => area.Routes).ToDictionary(route => (route.Method, route.Path));

    /// <param name="path">Below <c>/api/v1/</c>.</param>
    public async Task<IResult> AnswerAsync(HttpRequest request, string? path, CancellationToken cancel)
    {
        if (_routes.GetValueOrDefault((request.Method, (path ?? "").TrimEnd('/'))) is not { } route)
        {
            return ApiCall.Answer(new { error = "There is no such call; docs/openapi.json lists them." }, StatusCodes.Status404NotFound);
        }

        try
        {
            using var document = HttpMethods.IsPost(request.Method) ? await ReadAsync(request, cancel) : JsonDocument.Parse("{}");
            return document switch
            {
                null => ApiCall.Answer(new { error = $"The body is larger than {LargestBody / 1024} KiB; send less at a time." }, StatusCodes.Status413PayloadTooLarge),
                { RootElement.ValueKind: not JsonValueKind.Object } => ApiCall.Lacks("The body is no JSON object; send {} with the fields of the call, in UTF-8."),
                _ => await route.Answer(new ApiCall(document.RootElement, request.Query, cancel)),
            };
        }
        catch (JsonException)
        {
            return ApiCall.Lacks("The body is no JSON; send {} with the fields of the call, in UTF-8.");
        }
        catch (LedgerUnreachableException)
        {
            return ApiCall.Answer(new { error = "The ledger gave no answer. Send the same again: saying it twice is saying it once." }, StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <returns>Null where it is too large.</returns>
    private static async Task<JsonDocument?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        var body = new byte[LargestBody + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancel);
        return length > LargestBody ? null : JsonDocument.Parse(body.AsMemory(0, length));
    }
}
