using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

/// <summary>Runs inside a child, before its own code: the runtime loads it because <c>DOTNET_STARTUP_HOOKS</c> names this assembly.</summary>
/// <remarks>
/// Two things tie a child to us without a word in its own code, and on every system. A terminal's Ctrl-C goes to all of its processes; the child leaves that
/// group, so that we may stop the parts in their order. And our end of its standard input is its life: when we let go, by choice or by being
/// killed, it ends as it would on the system's request to end.
/// </remarks>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime looks for this very name.")]
[SuppressMessage("Performance", "CA1812:Avoid uninstantiated internal classes", Justification = "The runtime calls it.")]
internal static class StartupHook
{
    private const int Terminate = 15;

    public static void Initialize()
    {
        // The child's own children are its own affair.
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null);
        LeaveTheTerminal();
        new Thread(EndWithParent) { IsBackground = true, Name = "end with parent" }.Start();
    }

    private static void LeaveTheTerminal()
    {
        if (OperatingSystem.IsWindows())
        {
            SetConsoleCtrlHandler(IntPtr.Zero, true);
        }
        else
        {
            // Fails when the child leads its group already, and then all is well.
            _ = setpgid(0, 0);
        }
    }

    private static void EndWithParent()
    {
        using var life = Console.OpenStandardInput();
        var ignored = new byte[64];
        while (life.Read(ignored) > 0)
        {
        }

        if (OperatingSystem.IsWindows())
        {
            Environment.Exit(0);
        }

        _ = kill(Environment.ProcessId, Terminate);
    }

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setpgid(int process, int group);

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);

    [DllImport("kernel32"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetConsoleCtrlHandler(IntPtr handler, [MarshalAs(UnmanagedType.Bool)] bool ignore);
}
