using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Microsoft.Azure.Functions.Worker.Local.Hosting;

/// <summary>Writes a small blob in two steps, because the one-step upload needs the CRC64 package that not every registry has.</summary>
internal static class HostBlob
{
    /// <returns>False if it is there already and must not be overwritten.</returns>
    public static async Task<bool> TryWriteAsync(
        this BlobContainerClient container, string path, BinaryData content, bool overwrite, CancellationToken cancel)
    {
        try
        {
            return await StageAndCommitAsync(container.GetBlockBlobClient(path), content, overwrite, cancel);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancel);

            return await StageAndCommitAsync(container.GetBlockBlobClient(path), content, overwrite, cancel);
        }
    }

    private static async Task<bool> StageAndCommitAsync(BlockBlobClient blob, BinaryData content, bool overwrite, CancellationToken cancel)
    {
        var block = Convert.ToBase64String("all"u8);
        var conditions = overwrite ? null : new BlobRequestConditions { IfNoneMatch = ETag.All };
        await blob.StageBlockAsync(block, content.ToStream(), cancellationToken: cancel);
        try
        {
            await blob.CommitBlockListAsync([block], new CommitBlockListOptions { Conditions = conditions }, cancel);
            return true;
        }
        catch (RequestFailedException exists) when (!overwrite && exists.Status is 409 or 412)
        {
            return false;
        }
    }
}
