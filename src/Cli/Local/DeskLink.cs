using ShipBy.Pages.Access;

namespace ShipBy.Cli.Local;

/// <summary>Keeps a link at hand that opens the seller's page. A link opens it once and for a quarter of an hour, so it is made anew in time.</summary>
internal sealed class DeskLink(string deskKey, TimeProvider clock)
{
    private (Uri Link, DateTimeOffset Until)? _last;

    /// <param name="app">Where the app listens.</param>
    public Uri For(Uri app)
    {
        var now = clock.GetUtcNow();
        if (_last is not { } last || last.Until <= now)
        {
            last = (TicketIssuer.Link(app.AbsoluteUri, TicketIssuer.Issue(deskKey, now)), now + (TicketIssuer.Lifetime / 2));
            _last = last;
        }

        return last.Link;
    }
}
