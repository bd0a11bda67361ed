using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Calls;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Taobao;

/// <summary>Reads the shops of kind <c>taobao</c> and judges every setting before the first call.</summary>
internal static class TaobaoSettings
{
    public const string Kind = "taobao";

    /// <value>The zone of shops that name none: the platform's own.</value>
    private static readonly DateTimeZone Home = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <exception cref="ValidationException">As <see cref="TaobaoServices.AddTaobao"/> says.</exception>
    public static IReadOnlyList<(Shop Shop, TaobaoOptions Options)> Read(IConfiguration shops)
    {
        var flaws = new List<string>();
        var ours = shops.GetChildren().Where(section => string.Equals(section["Kind"], Kind, StringComparison.OrdinalIgnoreCase));
        var read = ShopSections.Read<TaobaoOptions>(ours, Kind, Home, options => options.Pool, FlawsOf, flaws);
        return flaws.Count == 0 ? read : throw new ValidationException(string.Join(Environment.NewLine, flaws));
    }

    private static IEnumerable<string> FlawsOf(IConfigurationSection section, TaobaoOptions options)
    {
        (string Name, string Value, string From)[] keys =
        [
            (nameof(options.AppKey), options.AppKey, "take it from the open platform's console"),
            (nameof(options.AppSecret), options.AppSecret, "take it from the open platform's console"),
            (nameof(options.SessionKey), options.SessionKey, "authorise the app as the seller; the answer names it"),
        ];
        foreach (var (name, value, from) in keys)
        {
            if (string.IsNullOrWhiteSpace(value))
                yield return $"{ShopFlaws.NameOf(section, name)} is missing; {from}.";
            else if (!value.All(c => c is > ' ' and < (char)127))
                yield return $"{ShopFlaws.NameOf(section, name)} holds characters that no key has; copy it again.";
        }

        if (options.Messages && string.IsNullOrWhiteSpace(options.GroupName))
            yield return $"{ShopFlaws.NameOf(section, nameof(options.GroupName))} is missing; without a group no messages can be taken.";

        foreach (var flaw in ShopFlaws.Of(section, options, options.BaseUrl, options.Pool))
            yield return flaw;
    }
}
