namespace ShipBy.Pages.Access;

/// <summary>Addresses within the desk, without the host's route prefix, such as <c>desk/ship</c>. All links are relative, so that the desk works under any prefix.</summary>
internal static class DeskPath
{
    public const string Today = "today";

    public const string Enter = "enter";

    /// <returns>What leads from a page to the folder that holds them all: empty, or <c>../</c> once for each folder.</returns>
    public static string RootFrom(string path) => string.Concat(Enumerable.Repeat("../", path.Count(letter => letter == '/')));

    /// <summary>Where to go after entering, relative to the door.</summary>
    /// <returns>The page of today for all that is no address of the desk: nobody is led elsewhere.</returns>
    public static string Back(string? to) => to is not null && (to == "checkup" || to.StartsWith("desk/", StringComparison.Ordinal)) && to.All(IsHarmless) && !to.Contains("..", StringComparison.Ordinal)
        ? to
        : Today;

    private static bool IsHarmless(char letter) => char.IsAsciiLetterOrDigit(letter) || "/-_.~?&=%+".Contains(letter, StringComparison.Ordinal);
}
