using ShipBy.Adapters.SellerFiles;

namespace ShipBy.Cli.Import;

/// <summary>Reads what a seller gave, before anything is asked of a ledger.</summary>
internal static class SellerFile
{
    /// <exception cref="CannotStartException">The file cannot be used at all.</exception>
    public static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidSellerFileException wrong)
        {
            throw new CannotStartException(wrong.Message, wrong);
        }
    }
}
