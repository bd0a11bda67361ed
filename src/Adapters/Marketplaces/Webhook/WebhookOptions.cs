using System.ComponentModel.DataAnnotations;

namespace ShipBy.Adapters.Marketplaces.Webhook;

/// <summary>One shop that tells of its orders by itself, as <c>Shops__&lt;name&gt;__*</c> sets it. A JSON <c>null</c> counts as empty.</summary>
public sealed class WebhookOptions
{
    /// <value>Only <c>webhook</c> is read here.</value>
    public string Kind { get; init; } = "";

    /// <value>How the shop signs: <c>standard</c> (Standard Webhooks), <c>shopify</c>, <c>woocommerce</c> or <c>hmac</c>.</value>
    public string Dialect { get; init => field = value ?? ""; } = "";

    /// <value>What the shop signs with; what it has to look like depends on the dialect.</value>
    public string Secret { get; init => field = value ?? ""; } = "";

    /// <value>The <see cref="Secret"/> before the present one; messages signed with it are taken until it is removed. Empty: there is none.</value>
    public string PreviousSecret { get; init => field = value ?? ""; } = "";

    /// <value>Where the parts of an order stand: a field mapping by its name in the folder <c>mappings</c>, or a file. Empty: the dialect's own.</value>
    public string Mapping { get; init => field = value ?? ""; } = "";

    /// <value>The header that holds the signature, for <c>hmac</c> alone. Empty: <c>X-Signature</c> or <c>X-Hub-Signature-256</c>.</value>
    public string SignatureHeader { get; init => field = value ?? ""; } = "";

    /// <value>How far a signed time may be from ours, in both directions. Default 5 minutes, as Standard Webhooks says.</value>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00", ConvertValueInInvariantCulture = true)]
    public TimeSpan ReplayWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <value>The stock pool the shop sells from. Default <c>main</c>.</value>
    public string Pool { get; init => field = value ?? ""; } = "main";
}
