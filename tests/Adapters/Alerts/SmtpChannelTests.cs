using System.Text;
using MimeKit;
using ShipBy.Adapters.Alerts;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Tests.Alerts;

public class SmtpChannelTests
{
    [Fact]
    public async Task ALetter_ArrivesWhole()
    {
        await using var server = new SmtpServer();

        Assert.IsType<Delivery.Accepted>(await Channel(server.Port).SendAsync(Sample.Id, Sample.Letter, TestContext.Current.CancellationToken));

        var mail = Read(Assert.Single(server.Letters));
        Assert.Equal(Sample.Letter.Subject, mail.Subject);
        Assert.Equal(Sample.Letter.Text, mail.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(Sample.Letter.Html, mail.HtmlBody!.TrimEnd());
        Assert.Equal("6f9619ff-8b86-4d01-b42d-00cf4fc964ff@example.com", mail.MessageId);
        Assert.Equal(Sample.Contact, Assert.Single(mail.To.Mailboxes).Address);
        Assert.Equal("shipby@example.com", Assert.Single(mail.From.Mailboxes).Address);
        Assert.Equal(Sample.Letter.Headers[WarningHeader.Name], mail.Headers[WarningHeader.Name]);
    }

    [Fact]
    public async Task TheWarningHeader_IsReadableAsItStands_HoweverLongItIs()
    {
        await using var server = new SmtpServer();

        await Channel(server.Port).SendAsync(Sample.Id, Sample.Letter, TestContext.Current.CancellationToken);

        var lines = server.Letters[0].Split("\r\n");
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 998));
        var unfolded = server.Letters[0].Replace("\r\n\t", " ", StringComparison.Ordinal).Replace("\r\n ", " ", StringComparison.Ordinal);
        Assert.Contains($"{WarningHeader.Name}: {Sample.Letter.Headers[WarningHeader.Name]}", unfolded.Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoTextBecomesAHeaderOfItsOwn()
    {
        await using var server = new SmtpServer();
        var letter = Sample.Letter with { Subject = "a\r\nBcc: thief@example.com", Headers = new Dictionary<string, string> { [WarningHeader.Name] = "x\r\nBcc: thief@example.com" } };

        await Channel(server.Port).SendAsync(Sample.Id, letter, TestContext.Current.CancellationToken);

        Assert.Empty(Read(server.Letters[0]).Bcc);
        Assert.Single(server.Commands, command => command.StartsWith("RCPT", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GREETING", "421 later", "Busy")]
    [InlineData("GREETING", "554 never", "Refused")]
    [InlineData("GREETING", "CUT", "Busy")]
    [InlineData("EHLO", "CUT", "Busy")]
    [InlineData("AUTH", "535 who", "Refused")]
    [InlineData("AUTH", "CUT", "Busy")]
    [InlineData("MAIL", "451 later", "Busy")]
    [InlineData("MAIL", "550 not you", "Refused")]
    [InlineData("MAIL", "CUT", "Busy")]
    [InlineData("RCPT", "450 later", "Busy")]
    [InlineData("RCPT", "550 nobody", "Refused")]
    [InlineData("RCPT", "CUT", "Busy")]
    [InlineData("DATA", "452 full", "Busy")]
    [InlineData("DATA", "554 never", "Refused")]
    [InlineData("DATA", "CUT", "Busy")]             // asked to send, not allowed yet: nothing of the letter has left
    [InlineData("TEXT", "451 later", "Busy")]
    [InlineData("TEXT", "552 too big", "Refused")]
    [InlineData("TEXT", "CUT", "Undecided")]        // it may have been taken
    [InlineData("QUIT", "CUT", "Accepted")]         // it was taken; how they part changes nothing
    [InlineData("QUIT", "500 what", "Accepted")]
    public async Task WhatWentWrong_IsToldByWhatMayBeDoneNext(string command, string reply, string expected)
    {
        await using var server = new SmtpServer();
        server.Replies[command] = reply;
        var channel = Channel(server.Port);

        var delivery = await channel.SendAsync(Sample.Id, Sample.Letter, TestContext.Current.CancellationToken);

        Assert.Equal(expected, delivery.GetType().Name);
        Assert.Equal(expected is "Busy" or "Refused" ? "NotThere" : "Undecided", (await channel.AskAsync(Sample.Id, TestContext.Current.CancellationToken)).GetType().Name);
        Assert.DoesNotContain("secret", delivery.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABusyServer_IsGivenThePause()
    {
        await using var server = new SmtpServer();
        server.Replies["MAIL"] = "421 later";

        Assert.Equal(new Delivery.Busy(Sample.Pause), await Channel(server.Port).SendAsync(Sample.Id, Sample.Letter, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task NobodyListening_MeansThatNothingLeft()
    {
        int port;
        await using (var server = new SmtpServer())
        {
            port = server.Port;
        }

        Assert.IsType<Delivery.Busy>(await Channel(port).SendAsync(Sample.Id, Sample.Letter, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AServerWithoutTls_IsNotTrustedWithThePassword()
    {
        await using var server = new SmtpServer();

        var delivery = await Channel(server.Port, "starttls").SendAsync(Sample.Id, Sample.Letter, TestContext.Current.CancellationToken);

        Assert.Contains("Alerts__Smtp__Tls", Assert.IsType<Delivery.Refused>(delivery).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatItNeverSaw_ItCannotTell() =>
        Assert.IsType<Delivery.Undecided>(await Channel(1).AskAsync(Sample.Id, TestContext.Current.CancellationToken));

    private static SmtpChannel Channel(int port, string tls = "none") => new(
        new AlertOptions { Sender = Sample.Sender, Smtp = new SmtpOptions { Host = "127.0.0.1", Port = port, User = "user", Password = "secret", Tls = tls } },
        Sample.Contact, Sample.Pause, TimeProvider.System);

    private static MimeMessage Read(string letter)
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(letter));
        return MimeMessage.Load(stream, TestContext.Current.CancellationToken);
    }
}
