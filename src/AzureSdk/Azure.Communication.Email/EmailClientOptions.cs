using Azure.Core;

namespace Azure.Communication.Email;

public class EmailClientOptions : ClientOptions
{
    public EmailClientOptions(ServiceVersion version = ServiceVersion.V2025_09_01) =>
        ApiVersion = version switch
        {
            ServiceVersion.V2023_03_31 => "2023-03-31",
            ServiceVersion.V2025_09_01 => "2025-09-01",
            _ => throw new ArgumentOutOfRangeException(nameof(version)),
        };

    public enum ServiceVersion
    {
        V2023_03_31 = 3,
        V2025_09_01 = 5,
    }

    internal string ApiVersion { get; }
}
