namespace ShipBy.Application.Desk;

/// <summary>Who may enter by the platform's login, as the setting lists them: <c>anna@example.com, boris@example.com=packer</c>.</summary>
public static class DeskUsers
{
    /// <returns>Addresses, whatever their case, with what each may do; owners where nothing else is said.</returns>
    /// <exception cref="FormatException">An entry is no address, or names no role.</exception>
    public static IReadOnlyDictionary<string, DeskRole> Read(string text)
    {
        var users = new Dictionary<string, DeskRole>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = entry.Split('=', 2, StringSplitOptions.TrimEntries);
            if (!parts[0].Contains('@', StringComparison.Ordinal))
            {
                throw new FormatException($"ShipBy__DeskUsers: '{entry}' is no address; list them as 'anna@example.com, boris@example.com=packer'.");
            }

            users[parts[0]] = parts.Length == 1 ? DeskRole.Owner : RoleOf(parts[1], entry);
        }

        return users;
    }

    private static DeskRole RoleOf(string text, string entry) => text.ToUpperInvariant() switch
    {
        "OWNER" => DeskRole.Owner,
        "PACKER" => DeskRole.Packer,
        _ => throw new FormatException($"ShipBy__DeskUsers: '{entry}' names no role; there are 'owner' and 'packer'."),
    };
}
