namespace ShipBy.Adapters.Marketplaces.Files;

/// <summary>One shop whose orders come by files, as <c>Shops__&lt;name&gt;__*</c> sets it. A JSON <c>null</c> counts as empty.</summary>
public sealed class FileShopOptions
{
    /// <value>Only <c>file</c> is read here.</value>
    public string Kind { get; init; } = "";

    /// <value>The stock pool the shop sells from. Default <c>main</c>.</value>
    public string Pool { get; init => field = value ?? ""; } = "main";
}
