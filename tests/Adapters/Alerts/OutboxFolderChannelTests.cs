using MimeKit;
using ShipBy.Adapters.Alerts;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Tests.Alerts;

public sealed class OutboxFolderChannelTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"shipby-outbox-{Guid.NewGuid():N}");

    [Fact]
    public async Task ALetter_IsAFileOfItsId_AndCanBeAskedFor()
    {
        var channel = Channel(_folder);

        Assert.IsType<Delivery.NotThere>(await channel.AskAsync(Sample.Id, TestContext.Current.CancellationToken));
        Assert.IsType<Delivery.Accepted>(await channel.SendAsync(Sample.Id, Sample.Letter, TestContext.Current.CancellationToken));
        Assert.IsType<Delivery.Accepted>(await channel.AskAsync(Sample.Id, TestContext.Current.CancellationToken));

        var file = Assert.Single(Directory.GetFiles(_folder));
        Assert.Equal($"{Sample.Id:D}.eml", Path.GetFileName(file));
        Assert.Equal(Sample.Letter.Subject, (await MimeMessage.LoadAsync(file, TestContext.Current.CancellationToken)).Subject);
    }

    [Fact]
    public async Task TheSameId_IsTheSameLetter()
    {
        var channel = Channel(_folder);
        await channel.SendAsync(Sample.Id, Sample.Letter, TestContext.Current.CancellationToken);

        await channel.SendAsync(Sample.Id, Sample.Letter with { Subject = "another" }, TestContext.Current.CancellationToken);

        Assert.Equal(Sample.Letter.Subject, (await MimeMessage.LoadAsync(Directory.GetFiles(_folder).Single(), TestContext.Current.CancellationToken)).Subject);
    }

    [Fact]
    public async Task AFolderThatCannotBe_IsRefused_WithTheSettingToChange()
    {
        Directory.CreateDirectory(_folder);
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var delivery = await Channel(file).SendAsync(Sample.Id, Sample.Letter, TestContext.Current.CancellationToken);

        Assert.Contains("Alerts__Folder", Assert.IsType<Delivery.Refused>(delivery).Reason, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static OutboxFolderChannel Channel(string folder) => new(folder, new Envelope(Sample.Sender, Sample.Contact, TimeProvider.System));
}
