namespace Azure.Data.Tables;

public enum TableUpdateMode
{
    /// <summary>Properties that are not sent stay as they are.</summary>
    Merge = 0,

    /// <summary>Properties that are not sent are gone afterwards.</summary>
    Replace = 1,
}
