using System.Runtime.CompilerServices;

namespace ShipBy.AzureSdk.Tests.Worker;

/// <summary>Every app that a test here starts meets redelivery, duplicates and reordering; the emulator's tidy order is the exception.</summary>
internal static class ChaosByDefault
{
    [ModuleInitializer]
    internal static void Set()
    {
        if (Environment.GetEnvironmentVariable("FUNCTIONS_CHAOS") is null)
        {
            Environment.SetEnvironmentVariable("FUNCTIONS_CHAOS", "redeliver,duplicate,reorder");
            Environment.SetEnvironmentVariable("FUNCTIONS_CHAOS_SEED", "20261122");
        }
    }
}
