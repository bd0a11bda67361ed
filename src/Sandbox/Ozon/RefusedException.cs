namespace ShipBy.Sandbox.Ozon;

/// <summary>The marketplace refuses the request with its usual envelope.</summary>
/// <param name="code">The gRPC number in the envelope, not the HTTP status.</param>
internal sealed class RefusedException(int status, int code, string message) : Exception(message)
{
    public int Status => status;

    public int Code => code;

    public static RefusedException BadRequest(string message) => new(400, 3, message);

    /// <summary>What the gateway says of JSON that does not fit the schema.</summary>
    public static RefusedException Syntax(string what) => BadRequest($"proto: syntax error (line 1:1): {what}");

    public static RefusedException PostingNotFound() => new(404, 5, "POSTING_NOT_FOUND");
}
