namespace ShipBy.Cli.Local;

/// <summary>Makes the link that opens the seller's page.</summary>
internal sealed class DeskLink(string deskKey, TimeProvider clock)
{
    public Uri For(Uri app) => new(app, $"api/enter?ticket={Uri.EscapeDataString(deskKey.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) + clock.GetUtcNow().Ticks)}");
}
