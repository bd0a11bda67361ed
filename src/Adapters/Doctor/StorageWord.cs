using System.Globalization;
using Azure;

namespace ShipBy.Adapters.Doctor;

/// <summary>What a storage account answered, as status and code; never its text, which may quote the request.</summary>
internal static class StorageWord
{
    public static string Of(RequestFailedException answer) => string.Create(CultureInfo.InvariantCulture, $"{answer.Status} {answer.ErrorCode}").TrimEnd();
}
