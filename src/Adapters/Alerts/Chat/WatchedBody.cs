using System.Net;

namespace ShipBy.Adapters.Alerts.Chat;

/// <summary>A request's body that sees when it begins to leave. Until then no server has been asked for anything; from then on a cut connection tells nothing.</summary>
internal sealed class WatchedBody(byte[] body) : ByteArrayContent(body)
{
    public bool HasLeft { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        HasLeft = true;
        return base.SerializeToStreamAsync(stream, context);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        HasLeft = true;
        return base.SerializeToStreamAsync(stream, context, cancellationToken);
    }
}
