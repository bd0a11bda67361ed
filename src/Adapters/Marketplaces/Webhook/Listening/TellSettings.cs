using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using NodaTime;
using ShipBy.Adapters.Webhooks;
using ShipBy.Application.Settings;
using ShipBy.Domain.Offers;

namespace ShipBy.Adapters.Marketplaces.Webhook.Listening;

/// <summary>What a shop of kind <c>webhook</c> wants to be told, as <c>Shops__&lt;name&gt;__*</c> sets it. A JSON <c>null</c> counts as empty.</summary>
public sealed class TellSettings
{
    /// <value>Where it listens: https, or this machine. Empty: it hears nothing.</value>
    public string TellUrl { get; init => field = value ?? ""; } = "";

    /// <value>What our messages to it are signed with, by Standard Webhooks: <c>whsec_</c> and 24 to 64 random bytes in base64.</value>
    public string TellSecret { get; init => field = value ?? ""; } = "";

    /// <value>How long one message may take. Default 20 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:05:00", ConvertValueInInvariantCulture = true)]
    public TimeSpan TellTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <value>Before a message about an order that was not answered is sent again. Default 1 min.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ConvertValueInInvariantCulture = true)]
    public TimeSpan TellAgainAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <value>Whether it is told how much there is to sell. Default true.</value>
    public bool TellStock { get; init; } = true;

    /// <value>Units of each product that are not offered. Default 0.</value>
    [Range(0, 1_000_000)] public int SafetyStock { get; init; }

    /// <value>Units of each product that this shop leaves to the others of the pool. Default 0.</value>
    [Range(0, 1_000_000)] public int StockBuffer { get; init; }

    /// <value>Between two numbers of one product. Default none.</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ConvertValueInInvariantCulture = true)]
    public TimeSpan OfferPause { get; init; }

    /// <returns>Null where the shop hears nothing, or where flaws were added.</returns>
    internal static TellOptions? Read(IConfigurationSection section, List<string> flaws)
    {
        var before = flaws.Count;
        flaws.AddRange(UnreadableSettings.In(section, $"Shops__{section.Key}", typeof(TellSettings)));
        if (flaws.Count > before)
        {
            return null;
        }

        var settings = section.Get<TellSettings>() ?? new TellSettings();
        flaws.AddRange(settings.FlawsIn(section));
        return flaws.Count > before || settings.TellUrl.Length == 0 ? null : new TellOptions(
            section.Key,
            new Uri(settings.TellUrl.Trim()),
            WebhookSignature.KeyOf(settings.TellSecret.Trim())!,
            settings.TellStock ? new OfferTerms(settings.SafetyStock, settings.StockBuffer) : null,
            Duration.FromTimeSpan(settings.OfferPause),
            settings.TellTimeout,
            Duration.FromTimeSpan(settings.TellAgainAfter));
    }

    private IEnumerable<string> FlawsIn(IConfigurationSection section)
    {
        string NameOf(string setting) => $"Shops__{section.Key}__{setting}";
        if (TellUrl.Length == 0)
        {
            foreach (var vain in new[] { nameof(TellSecret), nameof(TellStock), nameof(TellTimeout), nameof(TellAgainAfter), nameof(SafetyStock), nameof(StockBuffer), nameof(OfferPause) }.Where(name => !string.IsNullOrEmpty(section[name])))
            {
                yield return $"{NameOf(vain)} does nothing without TellUrl, the address where the shop listens.";
            }

            yield break;
        }

        // The address may hold a secret: it is not said.
        if (!Uri.TryCreate(TellUrl.Trim(), UriKind.Absolute, out var address) || !(address.Scheme is "https" || (address.Scheme is "http" && address.IsLoopback)))
        {
            yield return $"{NameOf(nameof(TellUrl))} is no https address (plain http is for this machine only).";
        }

        if (WebhookSignature.KeyOf(TellSecret.Trim()) is null)
        {
            yield return $"{NameOf(nameof(TellSecret))} is no key of Standard Webhooks: whsec_ and 24 to 64 random bytes in base64, the same in the shop.";
        }

        var results = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), results, validateAllProperties: true);
        foreach (var result in results)
        {
            yield return $"{NameOf(result.MemberNames.First())}: {result.ErrorMessage}";
        }
    }
}
