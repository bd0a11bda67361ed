using System.Net;
using ShipBy.TestKit.Storage;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace ShipBy.AzureSdk.Tests.Azurite;

public class AzuriteFixtureTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Azurite_AnswersOnAllThreeServices_OnceTheFixtureStands()
    {
        using var http = new HttpClient();

        foreach (var endpoint in new[] { azurite.BlobEndpoint, azurite.QueueEndpoint, azurite.TableEndpoint })
        {
            var answer = await http.GetAsync(endpoint, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);      // it wants an account in the path
            Assert.Contains("Azurite", string.Join(' ', answer.Headers.Server.Select(product => product.ToString())), StringComparison.Ordinal);
        }
    }
}
