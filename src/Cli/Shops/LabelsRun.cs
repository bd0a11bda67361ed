using ShipBy.Application.Marketplaces;

namespace ShipBy.Cli.Shops;

/// <summary>Fetches labels into files, and says which are in none of them.</summary>
internal static class LabelsRun
{
    /// <returns>Fine when every label is in a file.</returns>
    /// <exception cref="CannotStartException">The file cannot be written.</exception>
    public static async Task<int> RunAsync(ILabelSource shop, IReadOnlyList<string> numbers, string file, TextWriter output, CancellationToken cancel)
    {
        var batch = await shop.LabelsAsync(numbers, cancel);
        for (var i = 0; i < batch.Files.Count; i++)
        {
            var name = i == 0 ? file : Path.ChangeExtension(file, null) + $"-{i + 1}{Path.GetExtension(file)}";
            await PdfFile.WriteAsync(name, batch.Files[i], cancel);
            await output.WriteLineAsync($"written: {name}");
        }

        foreach (var label in batch.Unprinted)
        {
            await output.WriteLineAsync($"not printed: {label.Number}: {ReasonOf(label)}{(label.IsTooEarly ? "; ask again in a minute" : "")}");
        }

        return batch.Unprinted.Count == 0 ? ExitCode.Fine : ExitCode.Wrong;
    }

    private static string ReasonOf(UnprintedLabel label) => label.Detail ?? label.Flaw switch
    {
        LabelFlaw.NotReady => "not ready yet",
        LabelFlaw.BeingMade => "the marketplace is still making it",
        LabelFlaw.Refused => "the marketplace refused",
        LabelFlaw.Silent => "the marketplace gave no answer",
        LabelFlaw.NotBindable => "its file cannot be read",
        _ => "there is no file",
    };
}
