namespace ShipBy.Cli.Reports;

/// <summary>Looks whether the report can be written before anything is started for it.</summary>
internal static class ReportFile
{
    /// <param name="option">By which it was given.</param>
    /// <exception cref="CannotStartException">It cannot be written there.</exception>
    public static void Require(string? file, string option = "--report")
    {
        if (file is null)
        {
            return;
        }

        try
        {
            var isNew = !File.Exists(file);
            using (new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write))
            {
            }

            if (isNew)
            {
                File.Delete(file);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The report {file} cannot be written. Give {option} a file in a folder that is there and yours.", refused);
        }
    }
}
