using Azure;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <summary>What an answer of the queue service means for who holds a message.</summary>
internal static class StorageAnswers
{
    /// <summary>Somebody else took the message, or it is gone.</summary>
    public static bool MeansLost(this RequestFailedException refusal) =>
        refusal.Status == 404 || (refusal.Status == 400 && refusal.ErrorCode == "PopReceiptMismatch");
}
