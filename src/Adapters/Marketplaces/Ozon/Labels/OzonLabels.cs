using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon.Labels;

/// <summary>Orders labels, asks until they are made, and fetches the file.</summary>
internal sealed class OzonLabels(OzonClient client, LabelFiles files, OzonOptions options, TimeProvider time)
{
    /// <value>The marketplace does not say how many it makes at a time; clients that do not come back with this many.</value>
    private const int Batch = 100;

    private const int MaxReasonLength = 160;

    public async Task<LabelBatch> OfAsync(IReadOnlyList<string> numbers, CancellationToken cancel)
    {
        var (pdfs, unprinted) = (new List<byte[]>(), new List<UnprintedLabel>());
        foreach (var some in numbers.Distinct(StringComparer.Ordinal).Chunk(Batch))
        {
            var batch = await BatchAsync(some, cancel);
            pdfs.AddRange(batch.Files);
            unprinted.AddRange(batch.Unprinted);
        }

        return new LabelBatch(pdfs, unprinted);
    }

    /// <remarks>One posting that was packed a moment ago lets the whole order be refused: it is left out, and the others are asked for again, once.</remarks>
    private async Task<LabelBatch> BatchAsync(string[] numbers, CancellationToken cancel)
    {
        try
        {
            return await PrintAsync(numbers, cancel);
        }
        catch (MarketplaceRefusedException refused) when (IsTooEarly(refused.Message))
        {
            List<string> named = [.. numbers.Where(number => refused.Message.Contains(number, StringComparison.Ordinal))];
            var early = (named.Count > 0 ? named : [.. numbers]).Select(number => new UnprintedLabel(number, LabelFlaw.NotReady));
            return named.Count == 0 || named.Count == numbers.Length
                ? new LabelBatch([], [.. early])
                : await RestAsync([.. numbers.Except(named)], [.. early], cancel);
        }
    }

    private async Task<LabelBatch> RestAsync(IReadOnlyList<string> rest, IReadOnlyList<UnprintedLabel> early, CancellationToken cancel)
    {
        try
        {
            var batch = await PrintAsync(rest, cancel);
            return batch with { Unprinted = [.. batch.Unprinted, .. early] };
        }
        catch (MarketplaceRefusedException refused) when (IsTooEarly(refused.Message))
        {
            return new LabelBatch([], [.. rest.Select(number => new UnprintedLabel(number, LabelFlaw.NotReady)), .. early]);
        }
    }

    private async Task<LabelBatch> PrintAsync(IReadOnlyList<string> numbers, CancellationToken cancel)
    {
        var made = await client.ReadAsync(OzonMethods.OrderLabels, new { posting_numbers = numbers }, cancel);
        var tasks = made.Items("tasks").Concat(made.Field("result").Items("tasks")).ToList();
        var task = (tasks.Find(one => one.Text("task_type") == $"{options.Label}_label") is { ValueKind: JsonValueKind.Object } wanted ? wanted : tasks.FirstOrDefault()).Whole("task_id")
            ?? throw new MarketplaceUnreachableException($"{OzonMethods.OrderLabels} brought no task");
        var done = await DoneAsync(task, cancel);
        if (done is null)
            return new LabelBatch([], [.. numbers.Select(number => new UnprintedLabel(number, LabelFlaw.BeingMade))]);

        var unprinted = UnprintedIn(done.Value, numbers);
        return done.Value.Text("file_url") is { } address ? new LabelBatch([await files.FetchAsync(address, cancel)], unprinted)
            : unprinted.Count > 0 ? new LabelBatch([], [.. unprinted, .. Others(numbers, unprinted)])
            : throw new MarketplaceUnreachableException($"{OzonMethods.Labels} brought neither a file nor a reason");
    }

    /// <returns>What came of the task; null where our patience ended first.</returns>
    private async Task<JsonElement?> DoneAsync(long task, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; ; waited += options.LabelPause)
        {
            var body = await client.ReadAsync(OzonMethods.Labels, new { task_id = task }, cancel);
            var answer = body.Field("status").IsThere() ? body : body.Field("result");
            switch (answer.Field("status").Text("code") ?? answer.Text("status"))
            {
                case "completed":
                    return answer;
                case "error":
                    throw new MarketplaceRefusedException(
                        Cut.ToLine(answer.Field("error").Text("code") ?? "LABELS_FAILED", MaxReasonLength), Cut.ToLine(answer.Field("error").Text("message") ?? "the labels could not be made", MaxReasonLength));
                case null:
                    throw new MarketplaceUnreachableException($"{OzonMethods.Labels} brought something else than the state of a task");
            }

            if (waited + options.LabelPause > options.LabelPatience)
                return null;

            await Task.Delay(options.LabelPause, time, cancel);
        }
    }

    private static List<UnprintedLabel> UnprintedIn(JsonElement answer, IReadOnlyList<string> numbers) =>
    [
        .. from one in answer.Field("status").Items("unprinted_postings")
           let number = one.Text("posting_number")
           where number is not null && numbers.Contains(number)
           let reason = one.Text("message") is { } told ? Cut.ToLine(told, MaxReasonLength) : null
           select new UnprintedLabel(number, reason is not null && IsTooEarly(reason) ? LabelFlaw.NotReady : LabelFlaw.Refused, reason),
    ];

    private static IEnumerable<UnprintedLabel> Others(IReadOnlyList<string> numbers, List<UnprintedLabel> told) =>
        numbers.Except(told.Select(one => one.Number)).Select(number => new UnprintedLabel(number, LabelFlaw.NotInTheFile));

    private static bool IsTooEarly(string text) => text.Contains("aren't ready", StringComparison.OrdinalIgnoreCase) || text.Contains("not ready", StringComparison.OrdinalIgnoreCase);
}
