namespace ShipBy.Adapters.Calendars;

/// <summary>The folder <c>calendars</c> beside the program. What lies in it is known by name; a file that is replaced or added there counts from the next start.</summary>
public static class CalendarFolder
{
    /// <value>The shelf of carriers' days.</value>
    internal const string Carriers = "carriers";

    /// <value>The shelf of promotion periods.</value>
    internal const string Promotions = "promotions";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "calendars");

    /// <value>Names of the work calendars that are there, such as <c>china</c> and <c>russia</c>.</value>
    public static IReadOnlyList<string> Names => NamesOn("");

    /// <param name="shelf">The folder in the folder; empty for work calendars.</param>
    /// <returns>The file that is called so, in any case of letters; else the path as it is given.</returns>
    /// <exception cref="InvalidCalendarFileException">Neither is there. The message names those that are.</exception>
    internal static string Find(string nameOrPath, string shelf = "")
    {
        var names = NamesOn(shelf);
        if (names.FirstOrDefault(name => name.Equals(nameOrPath.Trim(), StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return Path.Combine(Folder, shelf, $"{known}.csv");
        }

        return File.Exists(nameOrPath)
            ? nameOrPath
            : throw new InvalidCalendarFileException(nameOrPath, [new CalendarFault(null, null, "there is no such file", $"Give the path of a calendar file, or one of these names: {string.Join(", ", names)}.")]);
    }

    private static IReadOnlyList<string> NamesOn(string shelf) => Directory.Exists(Path.Combine(Folder, shelf))
        ? [.. Directory.EnumerateFiles(Path.Combine(Folder, shelf), "*.csv").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)]
        : [];
}
