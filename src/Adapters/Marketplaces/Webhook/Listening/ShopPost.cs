using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Adapters.Webhooks;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Webhook.Listening;

/// <summary>Sends a message to a shop's own address, once, and says by exception what to do next.</summary>
/// <param name="machine">The machine's clock: for the time-out, and for signatures.</param>
internal sealed class ShopPost(TellOptions options, HttpClient http, TimeProvider machine)
{
    /// <value>An answer is a list of words; what is larger is some page.</value>
    public const int LargestAnswer = 1024 * 1024;

    private static readonly TimeSpan UsualPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    /// <returns>The body of a 2xx answer; undefined where it is no JSON.</returns>
    /// <exception cref="MarketplaceException">As <see cref="IMarketplace"/> says. A refusal's code is the status.</exception>
    public async Task<JsonElement> SendAsync(ShopMessage message, CancellationToken cancel)
    {
        using var body = new ByteArrayContent(message.Body);
        using var request = SecretAddressHandler.Post(new SecretAddress(options.Url, "/{address}"), body, message.Headers(options.Key, machine.GetUtcNow()));
        using var timeout = new CancellationTokenSource(options.Timeout, machine);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            var answer = await response.Content.ReadAsByteArrayAsync(either.Token);
            return (int)response.StatusCode switch
            {
                >= 200 and < 300 => Parse(answer),
                401 or 403 => throw new MarketplaceUnauthorisedException($"the shop does not accept the signature; set the same secret on both sides (Shops__{options.Shop}__TellSecret), and look at both clocks"),
                429 or 503 => throw new MarketplaceBusyException(PauseOf(response, machine.GetUtcNow())),
                >= 500 and var status => throw new MarketplaceUnreachableException($"the shop answered {status}"),
                var status => throw new MarketplaceRefusedException(status.ToString(System.Globalization.CultureInfo.InvariantCulture), ReasonOf(Parse(answer))),
            };
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException || (broken is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new MarketplaceUnreachableException(timeout.IsCancellationRequested ? $"the shop was silent for {options.Timeout.TotalSeconds:0.#} s" : "the connection to the shop failed", broken);
        }
    }

    private static TimeSpan PauseOf(HttpResponseMessage response, DateTimeOffset now)
    {
        var asked = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - now ?? UsualPause : UsualPause;
        return asked <= TimeSpan.Zero ? UsualPause : asked < LongestPause ? asked : LongestPause;
    }

    private static string ReasonOf(JsonElement body) => body.Text("error") is { } said ? Cut.ToLine(said, 120) : "it gave no reason that can be read; see the shop's own log";

    private static JsonElement Parse(byte[] answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
