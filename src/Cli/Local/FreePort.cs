using System.Net;
using System.Net.Sockets;

namespace ShipBy.Cli.Local;

/// <summary>Looks whether a port can be had before anything is started that needs it.</summary>
internal static class FreePort
{
    /// <param name="port">0: any will do.</param>
    /// <exception cref="CannotStartException">Somebody else has it, or we may not.</exception>
    public static void Require(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            throw new CannotStartException(
                $"Port {port} is {(taken.SocketErrorCode is SocketError.AccessDenied ? "not for you" : "in use")}. Give another with --port, or leave it out for any free one.", taken);
        }
    }
}
