namespace ShipBy.Cli;

/// <summary>What the shell learns from us.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>The work was done and its outcome is not right: a figure of the report, a payload that could not be understood, a drift that remains.</summary>
    public const int Wrong = 1;

    /// <summary>Nothing was started: an option, a file, a setting or this machine is in the way.</summary>
    public const int CannotStart = 2;

    /// <summary>A part ended by itself; the others were stopped.</summary>
    public const int PartDied = 3;

    /// <summary>Ctrl-C before the end of a run of a set length; the shell's own convention for it.</summary>
    public const int Interrupted = 130;
}
