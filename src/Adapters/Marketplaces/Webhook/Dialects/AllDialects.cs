namespace ShipBy.Adapters.Marketplaces.Webhook.Dialects;

/// <summary>All dialects that we can hear. A new one is a class beside these, a line here, and a field mapping of its name.</summary>
internal static class AllDialects
{
    public static IReadOnlyList<IDialect> All { get; } = [new StandardDialect(), new ShopifyDialect(), new WooCommerceDialect(), new HmacDialect()];

    /// <value>For a sentence that lists them.</value>
    public static string Names { get; } = string.Join(", ", All.Select(dialect => dialect.Name));

    public static IDialect? Find(string name) => All.FirstOrDefault(dialect => dialect.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
}
