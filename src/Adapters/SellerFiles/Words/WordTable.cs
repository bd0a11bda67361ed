namespace ShipBy.Adapters.SellerFiles.Words;

/// <summary>What the words of other programs mean, as a seller may add to it: a small CSV file in the folder <c>words</c> beside the program.</summary>
/// <remarks>Columns <c>word,means</c>, parted by commas or semicolons; UTF-8. Lines that begin with <c>#</c> are comments. Letters of any case, spaces and full-width commas are the same.</remarks>
internal sealed class WordTable<T>
    where T : class
{
    private static readonly CsvColumns Columns = new("word,means", Needed: 2);

    private static readonly SellerFolder Folder = new("words", "a table of words");

    private readonly Dictionary<string, T> _meanings;

    private WordTable(Dictionary<string, T> meanings, string file) => (_meanings, File) = (meanings, file);

    /// <value>Where a word is to be added.</value>
    public string File { get; }

    /// <returns>Null for a word that the table does not have: never guessed.</returns>
    public T? MeaningOf(string word) => _meanings.GetValueOrDefault(Plain(word));

    /// <param name="name">Of the file in <c>words</c>.</param>
    /// <param name="known">What a word may mean, as the file writes it.</param>
    /// <exception cref="InvalidSellerFileException">The file is not there, cannot be read, or says something that is not understood.</exception>
    public static WordTable<T> Read(string name, IReadOnlyList<(string Word, T Meaning)> known)
    {
        var file = Folder.Find(name);
        return Parse(FileText.Of(file, Folder.Purpose), file, known);
    }

    /// <inheritdoc cref="Read"/>
    internal static WordTable<T> Parse(string text, string file, IReadOnlyList<(string Word, T Meaning)> known)
    {
        var (faults, meanings) = (new List<FileFault>(), new Dictionary<string, T>(StringComparer.Ordinal));
        foreach (var row in CsvTable.Read(text, Columns, faults))
        {
            var means = known.FirstOrDefault(one => one.Word.Equals(row["means"], StringComparison.OrdinalIgnoreCase)).Meaning;
            if (row["word"].Length == 0)
            {
                faults.Add(row.Fault("word", "", "Write the other program's word."));
            }
            else if (means is null)
            {
                faults.Add(row.Fault("means", "is no meaning", $"Write one of {string.Join(", ", known.Select(one => one.Word))}."));
            }
            else if (!meanings.TryAdd(Plain(row["word"]), means) && !meanings[Plain(row["word"])].Equals(means))
            {
                faults.Add(row.Fault("word", "is there twice, with two meanings", "Keep one of the rows."));
            }
        }

        return faults.Count == 0 ? new WordTable<T>(meanings, file) : throw new InvalidSellerFileException(file, Folder.Purpose, faults);
    }

    private static string Plain(string word) =>
        string.Join(' ', word.Replace('，', ',').Replace(", ", ",", StringComparison.Ordinal).Replace('ё', 'е').Replace('Ё', 'е').ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
