namespace ShipBy.Application.FirstUse;

/// <summary>One input of a screen.</summary>
/// <param name="IsSecret">Never shown again once it was typed.</param>
/// <param name="IsNeeded">The screen is not left without it.</param>
/// <param name="IsRare">Most sellers leave it alone: it is folded away.</param>
public sealed record StartInput(StartField Field, bool IsSecret = false, bool IsNeeded = true, bool IsRare = false)
{
    public const string Ozon = "ozon", Taobao = "taobao", Files = "file";

    public const string Mail = "mail", Telegram = "telegram", WeCom = "wecom", DingTalk = "dingtalk", Feishu = "feishu";

    private const int LongestShopName = 40;

    /// <value>Kinds of shops that one can begin with.</value>
    public static IReadOnlyList<string> Kinds { get; } = [Ozon, Taobao, Files];

    public static IReadOnlyList<string> Channels { get; } = [Mail, Telegram, WeCom, DingTalk, Feishu];

    /// <summary>Whether a text can name a shop: it becomes a part of settings' names.</summary>
    public static bool IsShopName(string text) => text.Length is > 0 and <= LongestShopName && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-');

    /// <summary>What a screen asks for, by what was chosen so far.</summary>
    public static IReadOnlyList<StartInput> Of(StartStep step, StartDraft draft) => step switch
    {
        StartStep.Language => [new(StartField.Language), new(StartField.TimeZone)],
        StartStep.Key => OfKey(draft.Kind),
        StartStep.Shop => draft.Kind == Ozon ? [new(StartField.Shop), new(StartField.Warehouse, IsNeeded: false)] : [new(StartField.Shop)],
        StartStep.Contact => OfChannel(draft.Channel),
        _ => [],
    };

    private static IReadOnlyList<StartInput> OfKey(string kind) => kind switch
    {
        Ozon => [new(StartField.ClientId), new(StartField.ApiKey, IsSecret: true), Rare(StartField.BaseUrl)],
        Taobao => [new(StartField.AppKey), new(StartField.AppSecret, IsSecret: true), new(StartField.SessionKey, IsSecret: true), Rare(StartField.BaseUrl)],
        _ => [],
    };

    private static IReadOnlyList<StartInput> OfChannel(string channel) => channel switch
    {
        Mail =>
        [
            new(StartField.Contact), new(StartField.Host), new(StartField.User, IsNeeded: false), new(StartField.Password, IsSecret: true, IsNeeded: false),
            Rare(StartField.Port), Rare(StartField.Tls),
        ],
        Telegram => [new(StartField.Token, IsSecret: true), new(StartField.ChatId)],
        WeCom => [new(StartField.Address, IsSecret: true)],
        _ => [new(StartField.Address, IsSecret: true), new(StartField.Secret, IsSecret: true, IsNeeded: false)],
    };

    private static StartInput Rare(StartField field) => new(field, IsNeeded: false, IsRare: true);
}
