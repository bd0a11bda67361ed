namespace ShipBy.Adapters.Tests.Calendars;

/// <summary>A calendar file of a test's own, gone with the test.</summary>
internal sealed class CalendarOnDisk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shipby-calendar-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "own.csv");

    public void Dispose() => _folder.Delete(recursive: true);
}
