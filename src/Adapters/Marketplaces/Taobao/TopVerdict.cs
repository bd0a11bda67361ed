using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ShipBy.Adapters.Marketplaces.Calls;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Taobao;

/// <summary>What an answer means for the caller. The name of its root decides, not the status: a refusal comes with 200.</summary>
internal static partial class TopVerdict
{
    /// <value>The code of a refusal whose trade nobody knows, or has not for three months.</value>
    public const string NoSuchTrade = "isv.trade-not-exist";

    private const string Authorise = "Authorise the app again as the seller, and put the new SessionKey into the settings";
    private const string Permit = "Ask for the app's permission in the open platform's console, or read the orders from files";
    private const string Correct = "Copy AppKey and AppSecret again from the open platform's console";

    /// <summary>Null when the answer is what was asked for; else what to throw.</summary>
    public static MarketplaceException? On(Answer answer, string method, TaobaoOptions options)
    {
        if (answer.Body.Field("error_response") is { ValueKind: JsonValueKind.Object } error)
            return On(error, options);

        var status = (int)answer.Status;
        return TaobaoClient.RootOf(method, answer.Body).IsThere() ? null
            : status is 429 ? new MarketplaceBusyException(options.PauseOf(answer.RetryAfter?.Delta))
            : status is >= 300 and < 400 ? new MarketplaceRefusedException($"HTTP {status}", "it points to another address; correct BaseUrl")
            : new MarketplaceUnreachableException(answer.Body.IsThere() ? $"{method} brought something else than its answer, HTTP {status}" : $"the body is not JSON, HTTP {status}");
    }

    /// <summary>Of what stands under <c>error_response</c>.</summary>
    public static MarketplaceException On(JsonElement error, TaobaoOptions options)
    {
        var (code, word) = (error.Whole("code"), error.Text("sub_code"));
        var sentence = SentenceOf(error, code, options);
        return code switch
        {
            7 or 8 => new MarketplaceBusyException(options.PauseOf(BanOf(error))),
            26 or 27 => new MarketplaceUnauthorisedException(sentence, Authorise),
            11 or 12 or 13 => new MarketplaceUnauthorisedException(sentence, Permit),
            24 or 25 or 28 or 29 => new MarketplaceUnauthorisedException(sentence, Correct),
            30 or 31 => new MarketplaceRefusedException($"{code}", $"{sentence}; set this machine's clock, it may be off by ten minutes at most"),
            10 or 15 when word is null => new MarketplaceUnreachableException(sentence),
            _ when IsLimit(word) => new MarketplaceBusyException(options.PauseOf(BanOf(error))),
            _ when word?.StartsWith("isp.", StringComparison.OrdinalIgnoreCase) == true => new MarketplaceUnreachableException(sentence),
            _ => new MarketplaceRefusedException(Cut.ToLine(word ?? code?.ToString(CultureInfo.InvariantCulture) ?? "?", 80), sentence),
        };
    }

    private static bool IsLimit(string? word) => word?.Contains("accesscontrol.limited", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>A ban may name its length: "this ban will last for 37 more seconds".</summary>
    private static TimeSpan? BanOf(JsonElement error) =>
        Seconds().Match($"{error.Text("sub_msg")} {error.Text("msg")}") is { Success: true } ban ? TimeSpan.FromSeconds(int.Parse(ban.Groups[1].ValueSpan, CultureInfo.InvariantCulture)) : null;

    /// <summary>The platform's own words, shortened, with the number by which its support finds the call; a key that they quote is taken out.</summary>
    private static string SentenceOf(JsonElement error, long? code, TaobaoOptions options)
    {
        string?[] parts = [error.Text("sub_msg") ?? error.Text("msg"), error.Text("sub_code") is { } word ? $"({word})" : code is { } number ? $"(code {number})" : null];
        var words = string.Join(' ', parts.OfType<string>());
        foreach (var secret in new[] { options.AppSecret, options.SessionKey }.Where(secret => secret is not ""))
            words = words.Replace(secret, "***", StringComparison.OrdinalIgnoreCase);

        return Cut.ToLine(words is "" ? "it gave no reason" : words, 200) + (error.Text("request_id") is { } request ? $" [request {Cut.ToLine(request, 40)}]" : "");
    }

    [GeneratedRegex(@"([0-9]{1,6})\s*(?:more\s+)?(?:seconds?|秒)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Seconds();
}
