using System.Runtime.InteropServices;
using ShipBy.Sandbox;
using ShipBy.Sandbox.Run;

const int WrongSetup = 2;

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
    if (await Task.WhenAny(server.StopAsked, signalled.Task) == signalled.Task)
    {
        await server.FinishAsync(CancellationToken.None);
    }
}
