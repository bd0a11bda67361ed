namespace ShipBy.Application.FirstUse;

/// <summary>A draft as settings, by the names that the app reads, such as <c>Shops__main__ApiKey</c>. What belongs to another choice than the present one is left out.</summary>
public static class StartSettings
{
    /// <value>While it has no name of its own, or one that cannot be.</value>
    private const string Nameless = "shop";

    public static IReadOnlyDictionary<string, string> Of(StartDraft draft)
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var shop = $"Shops__{(StartInput.IsShopName(draft.Of(StartField.Shop)) ? draft.Of(StartField.Shop) : Nameless)}__";
        settings[shop + "Kind"] = draft.Kind;
        foreach (var (key, value) in draft.Channel == StartInput.Mail ? Mail(draft) : Chat($"Alerts__Chats__{draft.Channel}__", draft.Channel))
        {
            settings[key] = value;
        }

        foreach (var field in Enum.GetValues<StartStep>().SelectMany(step => StartInput.Of(step, draft)).Select(input => input.Field).Where(field => field != StartField.Shop && draft.Has(field)))
        {
            settings[NameOf(field, shop, $"Alerts__Chats__{draft.Channel}__")] = draft.Of(field);
        }

        return settings;
    }

    /// <remarks>Most mail servers let nobody write under another name than their own.</remarks>
    private static IEnumerable<(string, string)> Mail(StartDraft draft) =>
    [
        ("Alerts__Kind", "smtp"),
        ("Alerts__Sender", draft.Of(draft.Of(StartField.User).Contains('@', StringComparison.Ordinal) ? StartField.User : StartField.Contact)),
    ];

    /// <remarks>A chat that is the only way to the seller takes everything.</remarks>
    private static IEnumerable<(string, string)> Chat(string chat, string kind) => [("Alerts__Kind", "none"), (chat + "Kind", kind), (chat + "From", "info")];

    private static string NameOf(StartField field, string shop, string chat) => field switch
    {
        StartField.Language or StartField.TimeZone or StartField.Contact => $"ShipBy__{field}",
        StartField.ClientId or StartField.ApiKey or StartField.AppKey or StartField.AppSecret or StartField.SessionKey or StartField.BaseUrl or StartField.Warehouse => shop + field,
        StartField.Host or StartField.User or StartField.Password or StartField.Port or StartField.Tls => $"Alerts__Smtp__{field}",
        StartField.Token or StartField.ChatId or StartField.Secret => chat + field,
        StartField.Address => chat + "Url",
        _ => throw new InvalidOperationException($"{field} is no setting."),
    };
}
