using System.Runtime.InteropServices;
using ShipBy.Sandbox;
using ShipBy.Sandbox.Run;

const int WrongSetup = 2;
const int Broken = 1;

try
{
    var arguments = Arguments.Parse(args, TimeProvider.System);
    await using var server = await SandboxServer.StartAsync(arguments.Options);
    if (arguments.AddressFile is { } file)
    {
        RunFolder.WriteWhole(file, server.BaseAddress.AbsoluteUri);
    }

    Console.WriteLine($"Sandbox listens on {server.BaseAddress}");
    await StoppedAsync(server);
    return 0;
}
catch (InvalidSetupException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return WrongSetup;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync($"The sandbox cannot write what happened, so it stops: {error.Message}");
    return Broken;
}

static async Task StoppedAsync(SandboxServer server)
{
    var signalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        signalled.TrySetResult();
    }

    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
    var stopAsked = server.StopAsked;
    if (await Task.WhenAny(stopAsked, signalled.Task) == stopAsked)
    {
        await stopAsked;
    }
    else
    {
        await server.FinishAsync(CancellationToken.None);
    }
}
