using System.Security.Authentication;
using ShipBy.Adapters.Webhooks;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Alerts.Chat;

/// <summary>A chat as a way to reach the seller: one post a notice, never repeated here. What a repeated one does, the ledger decides.</summary>
/// <param name="machine">The machine's clock: for the time-out, and for signatures.</param>
internal sealed class ChatChannel(IChatVendor vendor, ChatOptions chat, HttpClient http, TimeProvider machine) : IAlertChannel
{
    /// <value>Before a server that could not be reached is tried again.</value>
    internal static readonly TimeSpan UnreachedPause = TimeSpan.FromMinutes(1);

    public async Task<Delivery> SendAsync(Guid id, Letter letter, CancellationToken cancel)
    {
        var post = vendor.Write(id, letter, machine.GetUtcNow());
        using var body = new WatchedBody(post.Body);
        using var request = SecretAddressHandler.Post(post.Address, body, post.Headers);
        using var timeout = new CancellationTokenSource(chat.Timeout, machine);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            return vendor.Read(await ChatAnswer.OfAsync(response, machine.GetUtcNow(), either.Token));
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException && !cancel.IsCancellationRequested)
        {
            return body.HasLeft
                ? new Delivery.Undecided($"Chat {chat.Name} gave no whole answer ({(timeout.IsCancellationRequested ? "time-out" : "the connection was cut")}).")
                : Unsent(error);
        }
    }

    /// <remarks>
    /// A chat cannot be asked what it took. A webhook's receiver cannot either, but it drops what it has had under the same id, so that sending again is safe:
    /// that is what <see cref="Delivery.NotThere"/> means to the caller.
    /// </remarks>
    public Task<Delivery> AskAsync(Guid id, CancellationToken cancel) =>
        Task.FromResult<Delivery>(vendor.DropsDoubles ? new Delivery.NotThere() : new Delivery.Undecided("A chat cannot be asked what it took."));

    private Delivery Unsent(Exception error) => error.InnerException is AuthenticationException
        ? ChatVerdict.Refused(chat, $"no safe connection came about; check the certificate of the server in {chat.Setting("Url")} and this machine's clock.")
        : ChatVerdict.Busy(UnreachedPause);
}
