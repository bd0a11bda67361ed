using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>One action was refused, so none of them happened.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            requestFailedException.Status,
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException.InnerException) =>
        FailedTransactionActionIndex = IndexIn(requestFailedException.Message);

    /// <summary>Which action, counted from 0; null when the service did not say.</summary>
    public int? FailedTransactionActionIndex { get; }

    /// <remarks>The service puts the index before its own words: <c>2:The specified entity already exists.</c></remarks>
    private static int? IndexIn(string message) =>
        int.TryParse(message.Split(':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
