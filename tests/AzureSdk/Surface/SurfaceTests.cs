using System.Reflection;
using Azure.Communication.Email;
using Azure.Data.Tables;

namespace ShipBy.AzureSdk.Tests.Surface;

/// <summary>What compiles on the stand-ins compiles on the official packages.</summary>
public class SurfaceTests
{
    [Fact]
    public void Tables_ShowNothingThatTheOfficialPackageLacks() =>
        AssertSubset(typeof(TableClient).Assembly, "azure-data-tables.txt", type => type is { IsClass: true, IsSealed: false });

    [Fact]
    public void Email_ShowsNothingThatTheOfficialPackageLacks() =>
        AssertSubset(typeof(EmailClient).Assembly, "azure-communication-email.txt", type => type == typeof(EmailClient));

    [Fact]
    public void Worker_ShowsNothingThatTheOfficialPackagesLack() =>
        AssertSubset(Assembly.Load("Microsoft.Azure.Functions.Worker"), "functions-worker.txt", type => false);

    [Fact]
    public void Comparison_FindsEveryKindOfStranger()
    {
        var official = OfficialList.Read("azure-data-tables.txt", type => true);

        var strangers = SurfaceComparison.Strangers(typeof(SurfaceTests).Assembly, official).ToList();

        Assert.Contains($"{typeof(SurfaceTests).FullName}: the official package has no such type.", strangers);
        Assert.True(official.Has("Azure.Data.Tables.TableClient", "Task<Response> DeleteAsync(CancellationToken cancellationToken = default)"));
        Assert.False(official.Has("Azure.Data.Tables.TableClient", "Task<Response> DeleteAsync(CancellationToken cancel = default)"));
        Assert.Equal("sealed : ITableEntity, IDictionary<string, object>", official.KindOf("Azure.Data.Tables.TableEntity"));
    }

    private static void AssertSubset(Assembly standIn, string file, Func<Type, bool> isVirtualUnlessMarked)
    {
        var strangers = SurfaceComparison.Strangers(standIn, OfficialList.Read(file, isVirtualUnlessMarked)).ToList();

        Assert.True(strangers.Count == 0, $"Not in {file}:\n{string.Join('\n', strangers)}");
    }
}
