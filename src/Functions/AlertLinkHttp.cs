using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Pages.Links;

namespace ShipBy.Functions;

/// <summary>What a link in a message leads to; the token alone opens it, for one thing about one alert.</summary>
public sealed class AlertLinkHttp(LinkPages pages)
{
    [Function("AlertLink")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "a/{token}")] HttpRequest request, string token, CancellationToken cancel) =>
        pages.AnswerAsync(request, token, cancel);
}
