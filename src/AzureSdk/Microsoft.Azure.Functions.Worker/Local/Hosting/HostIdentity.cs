namespace Microsoft.Azure.Functions.Worker.Local.Hosting;

/// <summary>Apps with one id and one storage account share their timers: each run happens in one of them.</summary>
internal sealed record HostIdentity(string Id)
{
    /// <summary>As the real host shortens it: lower case, letters, digits and dashes, at most 32 characters.</summary>
    public static HostIdentity Of(string? setting, string application)
    {
        var clean = new string([.. (setting ?? application).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);

        return new HostIdentity(clean.Length > 32 ? clean[..32] : clean);
    }
}
