namespace ShipBy.Cli.Runs;

/// <summary>What <c>run</c> was asked to do.</summary>
/// <param name="ReportFile">Full path; null: no report is wanted.</param>
/// <param name="StartAnew">An unfinished run of the same name is set aside.</param>
/// <param name="Port">0: any free one.</param>
/// <param name="SandboxOptionGiven">An option was given that only the sandbox knows, so the sandbox is meant whatever the settings hold.</param>
internal sealed record RunRequest(RunPlan Plan, string? ReportFile, bool StartAnew, string Language, int Port, bool SandboxOptionGiven);
