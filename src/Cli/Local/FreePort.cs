using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace ShipBy.Cli.Local;

/// <summary>Chooses the app's port before anything is started, because the links in mails need it.</summary>
internal static class FreePort
{
    /// <remarks>Below the ports that systems hand out by themselves: one of those could be given away again before the app takes it.</remarks>
    private const int First = 20_000;
    private const int Count = 10_000;

    /// <param name="port">0: any that is free.</param>
    /// <param name="run">A run gets the same port each time if it can, so that links in its mails stay good.</param>
    /// <exception cref="CannotStartException">Somebody else has the port that was asked for, or we may not.</exception>
    public static int Choose(int port, string run)
    {
        if (port == 0)
        {
            var start = BinaryPrimitives.ReadUInt16LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(run)));

            return Enumerable.Range(start, Count).Select(number => First + (number % Count)).First(candidate => Refusal(candidate) is null);
        }

        return Refusal(port) switch
        {
            null => port,
            SocketError.AccessDenied => throw new CannotStartException($"Port {port} is not for you. Give another with --port, or leave it out for any free one."),
            _ => throw new CannotStartException($"Port {port} is in use. Give another with --port, or leave it out for any free one."),
        };
    }

    private static SocketError? Refusal(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();

            return null;
        }
        catch (SocketException refused)
        {
            return refused.SocketErrorCode;
        }
    }
}
