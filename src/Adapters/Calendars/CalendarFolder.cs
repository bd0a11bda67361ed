namespace ShipBy.Adapters.Calendars;

/// <summary>The folder <c>calendars</c> beside the program. What lies in it is known by name; a file that is replaced or added there counts from the next start.</summary>
public static class CalendarFolder
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "calendars");

    /// <value>Names of the calendars that are there, such as <c>china</c> and <c>russia</c>.</value>
    public static IReadOnlyList<string> Names => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*.csv").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)]
        : [];

    /// <returns>The file of the calendar that is called so, in any case of letters; else the path as it is given.</returns>
    /// <exception cref="InvalidCalendarFileException">Neither is there. The message names the calendars that are.</exception>
    internal static string Find(string nameOrPath)
    {
        if (Names.FirstOrDefault(name => name.Equals(nameOrPath.Trim(), StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return Path.Combine(Folder, $"{known}.csv");
        }

        return File.Exists(nameOrPath)
            ? nameOrPath
            : throw new InvalidCalendarFileException(nameOrPath, [new CalendarFault(null, null, "there is no such file", $"Give the path of a calendar file, or one of these names: {string.Join(", ", Names)}.")]);
    }
}
