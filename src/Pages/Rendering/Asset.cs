using Microsoft.AspNetCore.Components;

namespace ShipBy.Pages.Rendering;

/// <summary>Style sheets and scripts that are written into the documents themselves, so that nothing else has to be fetched.</summary>
public static class Asset
{
    /// <exception cref="ArgumentException">There is no such file in this assembly.</exception>
    public static MarkupString Read(string file)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(file)
            ?? throw new ArgumentException($"'{file}' is not an embedded file.", nameof(file));
        using var reader = new StreamReader(stream);
        return new MarkupString(reader.ReadToEnd());
    }
}
