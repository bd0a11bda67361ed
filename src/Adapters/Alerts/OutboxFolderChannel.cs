using MimeKit;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Alerts;

/// <summary>Mails as files, one <c>.eml</c> each, named by its id: for trying out, and for looking at what would be sent.</summary>
internal sealed class OutboxFolderChannel(string folder, Envelope envelope) : IAlertChannel
{
    public async Task<Delivery> SendAsync(Guid id, Letter letter, CancellationToken cancel)
    {
        var file = FileOf(id);
        try
        {
            if (!File.Exists(file))
            {
                Directory.CreateDirectory(folder);
                await WriteWholeAsync(file, envelope.Seal(id, letter), cancel);
            }

            return new Delivery.Accepted();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Delivery.Refused($"The folder in Alerts__Folder cannot be written to ({error.GetType().Name}): free space or rights are missing.");
        }
    }

    public Task<Delivery> AskAsync(Guid id, CancellationToken cancel) =>
        Task.FromResult<Delivery>(File.Exists(FileOf(id)) ? new Delivery.Accepted() : new Delivery.NotThere());

    private string FileOf(Guid id) => Path.Combine(folder, $"{id:D}.eml");

    /// <summary>Under its own name a mail is whole or not there; what a crash left half-written bears another name.</summary>
    private static async Task WriteWholeAsync(string file, MimeMessage message, CancellationToken cancel)
    {
        var draft = $"{file}.{Guid.NewGuid():N}.part";
        await message.WriteToAsync(draft, cancel);
        File.Move(draft, file, overwrite: true);
    }
}
