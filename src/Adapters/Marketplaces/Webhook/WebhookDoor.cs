using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using ShipBy.Adapters.Marketplaces.Webhook.Dialects;
using ShipBy.Adapters.Marketplaces.Webhook.Mapping;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Settings;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Marketplaces.Webhook;

/// <summary>Where shops tell of their orders. A message is in the ledger before it is answered as done.</summary>
public sealed class WebhookDoor
{
    /// <value>Seconds until a message that could not be kept is worth sending again.</value>
    private const string AgainAfter = "15";

    private readonly Dictionary<string, WebhookShop> _shops;
    private readonly TakeTold _takeTold;
    private readonly RefusedMessages _refused;
    private readonly TimeProvider _clock;

    internal WebhookDoor(IEnumerable<WebhookShop> shops, TakeTold takeTold, RefusedMessages refused, TimeProvider clock) =>
        (_shops, _takeTold, _refused, _clock) = (shops.ToDictionary(shop => shop.Shop.Name, StringComparer.OrdinalIgnoreCase), takeTold, refused, clock);

    public async Task<IResult> HearAsync(HttpRequest request, string shop, CancellationToken cancel)
    {
        if (!_shops.TryGetValue(shop, out var teller))
        {
            return Results.NotFound();
        }

        var answer = await JudgeAsync(request, teller, cancel);
        var source = CallerAddress.Of(request);
        if (answer.Refusal is { } refusal)
        {
            await _refused.CountAsync(teller.Shop, source, refusal, cancel);
        }
        else
        {
            _refused.Forget(teller.Shop, source);
        }

        return answer.Result;
    }

    /// <remarks>What costs nothing to see comes first, and what is wrong inside is told to nobody but the shop.</remarks>
    private async Task<WebhookAnswer> JudgeAsync(HttpRequest request, WebhookShop teller, CancellationToken cancel)
    {
        var isForm = WebhookRequest.IsForm(request);
        if (!isForm && !WebhookRequest.IsJson(request))
        {
            return WebhookAnswer.WrongType;
        }

        try
        {
            return await WebhookRequest.BodyAsync(request, cancel) is not { } body ? WebhookAnswer.TooLarge
                : !isForm ? await JudgeAsync(request.Headers, body, teller, cancel)
                : teller.Dialect.IsTrial(body.Span) ? WebhookAnswer.Done
                : WebhookAnswer.WrongType;
        }
        catch (BadHttpRequestException broken)
        {
            return broken.StatusCode == StatusCodes.Status413PayloadTooLarge ? WebhookAnswer.TooLarge : WebhookAnswer.BrokenOff;
        }
        catch (IOException)
        {
            return WebhookAnswer.BrokenOff;
        }
    }

    private async Task<WebhookAnswer> JudgeAsync(IHeaderDictionary headers, ReadOnlyMemory<byte> body, WebhookShop teller, CancellationToken cancel)
    {
        var (dialect, now) = (teller.Dialect, _clock.Now());
        switch (dialect.Prove(headers, body.Span, teller.Keys, now))
        {
            case Proof.Wrong:
                return WebhookAnswer.NotSigned;
            case Proof.OutOfTime:
                return WebhookAnswer.OutOfTime;
        }

        return teller.Reader.Read(body, dialect.TopicOf(headers), PrintOf(dialect.DeliveryOf(headers), body.Span), now) switch
        {
            ToldOrder.Order(var posting) => await KeepAsync(teller, posting, cancel),
            ToldOrder.Unreadable(var field, var reason) => WebhookAnswer.NoOrder(field, reason),
            _ => WebhookAnswer.Done,
        };
    }

    private async Task<WebhookAnswer> KeepAsync(WebhookShop teller, Posting posting, CancellationToken cancel)
    {
        try
        {
            return await _takeTold.RunAsync(teller.Shop, posting, cancel) ? WebhookAnswer.Done : WebhookAnswer.Later(AgainAfter);
        }
        catch (LedgerUnreachableException)
        {
            return WebhookAnswer.Later(AgainAfter);
        }
    }

    /// <remarks>The id alone is not enough: some senders give it to two messages of the same second.</remarks>
    private static string PrintOf(string delivery, ReadOnlySpan<byte> body) =>
        Convert.ToHexString(SHA256.HashData((byte[])[.. Encoding.UTF8.GetBytes(delivery), 0, .. body]))[..16];
}
