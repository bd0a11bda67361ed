namespace ShipBy.Adapters.Tests.Marketplaces.Webhook.Fuzz;

/// <summary>Thousands of spoiled messages a dialect: none brings the door down, and none that the shop did not sign changes anything.</summary>
/// <remarks><c>dotnet run --project tests/Adapters -- --fuzz 100000</c> sends more.</remarks>
public class WebhookFuzzTests
{
    private const int Messages = 5_000;

    [Theory]
    [InlineData("standard")]
    [InlineData("shopify")]
    [InlineData("woocommerce")]
    [InlineData("hmac")]
    public async Task SpoiledMessages_DoNoHarm(string dialect)
    {
        var round = new FuzzRound(dialect, seed: 1);

        await round.RunAsync(Messages);

        Assert.Equal([200, 400, 401], round.Answers.Keys.Where(answer => answer != 413).Order());
        Assert.True(round.Orders > 0, "No spoiled message got as far as the ledger.");
    }
}
