using System.Net;
using System.Net.Sockets;

namespace ShipBy.Cli.Local;

/// <summary>Chooses the app's port before anything is started, because the links in mails need it.</summary>
internal static class FreePort
{
    /// <param name="port">0: any that is free.</param>
    /// <returns>A port that nobody listened on a moment ago.</returns>
    /// <exception cref="CannotStartException">Somebody else has it, or we may not.</exception>
    public static int Choose(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();

            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            throw new CannotStartException(
                $"Port {port} is {(taken.SocketErrorCode is SocketError.AccessDenied ? "not for you" : "in use")}. Give another with --port, or leave it out for any free one.", taken);
        }
    }
}
