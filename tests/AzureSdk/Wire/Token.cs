using Azure.Core;

namespace ShipBy.AzureSdk.Tests.Wire;

/// <summary>Gives out one token and keeps what it was asked for.</summary>
internal sealed class Token : TokenCredential
{
    public List<string> Scopes { get; } = [];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Scopes.AddRange(requestContext.Scopes);

        return new AccessToken("a-token", DateTimeOffset.MaxValue);
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}
