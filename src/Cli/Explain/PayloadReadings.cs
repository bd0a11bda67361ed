namespace ShipBy.Cli.Explain;

internal sealed record PayloadReading(string Kind, IReadOnlyList<string> Lines, IReadOnlyList<string> UnknownFields, IReadOnlyList<string> Problems);

internal static class PayloadReadings
{
    public static PayloadReading Read(string text) => new("text", [$"{text.Length} characters"], [], ["nothing reads payloads yet"]);
}
