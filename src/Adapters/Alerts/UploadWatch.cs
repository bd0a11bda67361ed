using MailKit;

namespace ShipBy.Adapters.Alerts;

/// <summary>Sees whether a letter's text began to leave: from then on a cut connection no longer means that nothing arrived.</summary>
internal sealed class UploadWatch : ITransferProgress
{
    public bool Started { get; private set; }

    public void Report(long bytesTransferred, long totalSize) => Started = true;

    public void Report(long bytesTransferred) => Started = true;
}
