using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Marketplaces.Ozon.Push;

/// <summary>Where Ozon rings. The messages are not signed, so the address holds a secret, and nothing that a message says is believed.</summary>
public sealed class OzonPushDoor(ReadBackPosting readBack, HearBuyer hearBuyer, GuardOptions options, TimeProvider clock, ILogger<OzonPushDoor> log)
{
    /// <value>Push messages have a few hundred bytes.</value>
    private const int LargestBody = 64 * 1024;

    private readonly PushSources _sources = new(options.PushSources);

    /// <returns>404 without the secret or from elsewhere than the marketplace, as if there were nothing here.</returns>
    public async Task<IResult> HearAsync(HttpRequest request, string shop, string secret, CancellationToken cancel)
    {
        if (!IsSecret(secret))
        {
            return Results.NotFound();
        }

        if (!_sources.Takes(request))
        {
            OzonLog.PushFromElsewhere(log, shop, CallerAddress.Of(request));
            return Results.NotFound();
        }

        return await ReadAsync(request, cancel) is { } body ? await AnswerAsync(shop, OzonPushReader.Read(body), cancel) : Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
    }

    private async Task<IResult> AnswerAsync(string shop, OzonPush push, CancellationToken cancel) => ToResult(push switch
    {
        OzonPush.Ping => OzonPushAnswer.ToPing(typeof(OzonPushDoor).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "1", clock.Now()),
        OzonPush.PostingTouched(var number, _) => await ReadBackAsync(shop, number, cancel),
        OzonPush.BuyerWrote => await HearBuyerAsync(shop, cancel),
        OzonPush.Ignored => OzonPushAnswer.Done,
        OzonPush.Unreadable unreadable => OzonPushAnswer.Refuse(unreadable),
        var unknown => throw new InvalidOperationException($"No step is written for {unknown.GetType().Name}."),
    });

    /// <remarks>Done even when the read-back fails for now: the ring adds nothing that the next poll would not find.</remarks>
    private async Task<OzonPushAnswer> ReadBackAsync(string shop, string number, CancellationToken cancel)
    {
        try
        {
            await readBack.RunAsync(shop, number, cancel);
        }
        catch (Exception problem) when (problem is MarketplaceException or LedgerUnreachableException)
        {
            GuardLog.PollIncomplete(log, shop, problem.Message);
        }

        return OzonPushAnswer.Done;
    }

    private async Task<OzonPushAnswer> HearBuyerAsync(string shop, CancellationToken cancel)
    {
        await hearBuyer.RunAsync(shop, cancel);
        return OzonPushAnswer.Done;
    }

    private bool IsSecret(string secret) => options.PushSecret.Length > 0
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(options.PushSecret));

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        var body = new byte[LargestBody + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancel);
        return length <= LargestBody ? body.AsMemory(0, length) : null;
    }

    private static IResult ToResult(OzonPushAnswer answer) => Results.Json(answer.Body, statusCode: answer.Status);
}
