using System.Text.Json;
using ShipBy.Adapters.FirstUse;

namespace ShipBy.Adapters.Tests.FirstUse;

public sealed class SettingsFileTests : IDisposable
{
    private static readonly Dictionary<string, string> Settings = new() { ["Shops__чай__ApiKey"] = "a\"b", ["ShipBy__Contact"] = "me@example.org" };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shipby-kept-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "home", "settings.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Kept_ForTheOwnersEyesAlone_InTheFormOfLocalSettings_AndKeptAgainItIsTheSame()
    {
        var file = new SettingsFile(Path);
        Assert.Equal((true, false), (file.MayWrite, file.HasKept));
        await file.KeepAsync(Settings, default);
        var first = await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken);
        await file.KeepAsync(Settings, default);

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Equal(first, await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken));
        Assert.Equal(Settings, JsonDocument.Parse(first).RootElement.GetProperty("Values").Deserialize<Dictionary<string, string>>());
        Assert.True(file.HasKept);
        Assert.Single(Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task BrokenOff_WhatWasKeptBefore_IsWhole_AndNothingIsLeftBeside()
    {
        var file = new SettingsFile(Path);
        await file.KeepAsync(Settings, default);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => file.KeepAsync(new Dictionary<string, string>(), gone.Token));

        Assert.Contains("me@example.org", await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task TwoAtOnce_LeaveOneWholeFile()
    {
        var many = Enumerable.Range(0, 20).Select(number => new SettingsFile(Path).KeepAsync(new Dictionary<string, string> { ["ShipBy__Contact"] = new string((char)('a' + number), 100_000) }, default));

        await Task.WhenAll(many);

        var kept = JsonDocument.Parse(await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken)).RootElement.GetProperty("Values").GetProperty("ShipBy__Contact").GetString()!;
        Assert.Equal((100_000, 1), (kept.Length, kept.Distinct().Count()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task WithoutAFile_NothingIsWritten(string? path)
    {
        var file = new SettingsFile(path);

        Assert.Equal((false, false), (file.MayWrite, file.HasKept));
        await Assert.ThrowsAsync<IOException>(() => file.KeepAsync(Settings, default));
    }

    [Fact]
    public async Task WhereAFileStandsInTheWay_ItIsAnIOException_WithoutASecret()
    {
        await File.WriteAllTextAsync(System.IO.Path.Combine(_folder.FullName, "home"), "a file", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAnyAsync<IOException>(() => new SettingsFile(Path).KeepAsync(Settings, default));
        Assert.DoesNotContain("me@example.org", refused.ToString(), StringComparison.Ordinal);
    }
}
