using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>An entity group transaction: one change set in one batch, all or nothing.</summary>
internal static class Batch
{
    public static async Task<Response<IReadOnlyList<Response>>> SendAsync(
        TableService service, string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel)
    {
        Guard(actions);
        var id = Guid.NewGuid();
        using var body = new BatchBody(service, id);
        foreach (var action in actions)
        {
            body.Add(EntityRequest.Of(table, action));
        }

        var answer = await service.SendAsync(
            RequestMethod.Post,
            "/$batch",
            [new("DataServiceVersion", "3.0"), new("Accept", "application/json"), new("Content-Type", $"multipart/mixed; boundary=batch_{id}")],
            body.End(),
            cancel).ConfigureAwait(false);

        var parts = BatchAnswer.Read(answer.Content.ToString());

        return parts.FirstOrDefault(part => part.IsError) is { } refused
            ? throw new TableTransactionFailedException(new RequestFailedException(refused, null, ODataErrorParser.Instance))
            : Response.FromValue(parts, answer);
    }

    /// <remarks>The emulator would write to several partitions; the service refuses, so this does it in its place.</remarks>
    private static void Guard(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count == 0)
        {
            throw new ArgumentException("A transaction needs at least one action.", nameof(actions));
        }

        var strange = actions.Index().Where(action => action.Item.Entity.PartitionKey != actions[0].Entity.PartitionKey).ToList();
        if (strange.Count > 0)
        {
            throw new TableTransactionFailedException(new RequestFailedException(
                400,
                $"{strange[0].Index}:All commands in a batch must operate on same entity group.",
                Models.TableErrorCode.CommandsInBatchActOnDifferentPartitions.ToString(),
                innerException: null));
        }
    }
}
