using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Rules;
using ShipBy.Adapters.Marketplaces.Webhook.Dialects;
using ShipBy.Adapters.Marketplaces.Webhook.Listening;
using ShipBy.Adapters.Marketplaces.Webhook.Mapping;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Marketplaces.Webhook;

/// <summary>Reads the shops of kind <c>webhook</c> and judges every setting before the first message. No flaw says a value: it may be a secret.</summary>
internal static class WebhookSettings
{
    public const string Kind = "webhook";

    /// <exception cref="ValidationException">As <see cref="WebhookServices.AddWebhookShops"/> says.</exception>
    public static IReadOnlyList<WebhookShop> Read(IConfiguration shops, DateTimeZone home)
    {
        var flaws = new List<string>();
        var read = shops.GetChildren().Where(IsOurs).Select(section => ReadShop(section, home, flaws)).OfType<WebhookShop>().ToList();
        return flaws.Count == 0 ? read : throw new ValidationException(string.Join(Environment.NewLine, flaws));
    }

    private static bool IsOurs(IConfigurationSection section) => string.Equals(section["Kind"], Kind, StringComparison.OrdinalIgnoreCase);

    private static WebhookShop? ReadShop(IConfigurationSection section, DateTimeZone home, List<string> flaws)
    {
        var before = flaws.Count;
        flaws.AddRange(UnreadableSettings.In(section, $"Shops__{section.Key}", typeof(WebhookOptions)));
        if (flaws.Count > before)
        {
            return null;
        }

        var options = section.Get<WebhookOptions>() ?? new WebhookOptions();
        var dialect = AllDialects.Find(options.Dialect);
        flaws.AddRange(FlawsOf(section, options, dialect));
        var mapping = MappingOf(section, options, dialect, flaws);
        var rules = DispatchSettings.Read(section, home, flaws);
        var telling = TellSettings.Read(section, flaws);
        if (flaws.Count > before)
        {
            return null;
        }

        byte[][] keys = [.. new[] { options.Secret, options.PreviousSecret }.Where(secret => secret.Length > 0).Select(secret => dialect!.KeyOf(secret)!)];
        return new WebhookShop(
            new Shop(section.Key, Kind, PoolName.Parse(options.Pool)) { Rules = rules },
            dialect!,
            new SigningKeys(keys, Duration.FromTimeSpan(options.ReplayWindow), options.SignatureHeader.Trim()),
            new OrderReader(mapping!, section.Key))
        { Telling = telling };
    }

    private static IEnumerable<string> FlawsOf(IConfigurationSection section, WebhookOptions options, IDialect? dialect)
    {
        if (section.Key.Length > 40 || !section.Key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-'))
        {
            yield return $"Shops__{section.Key} is no name for a shop; use 1 to 40 letters, digits or dashes.";
        }

        if (dialect is null)
        {
            yield return $"{NameOf(section, "Dialect")} is {(options.Dialect.Length == 0 ? "missing" : "none that is known")}; set it to one of {AllDialects.Names}.";
        }
        else if (options.Secret.Length == 0)
        {
            yield return $"{NameOf(section, "Secret")} is missing; set {dialect.SecretForm}.";
        }
        else if (dialect.KeyOf(options.Secret) is null)
        {
            yield return $"{NameOf(section, "Secret")} cannot be one; set {dialect.SecretForm}.";
        }

        if (dialect is not null && options.PreviousSecret.Length > 0 && dialect.KeyOf(options.PreviousSecret) is null)
        {
            yield return $"{NameOf(section, "PreviousSecret")} cannot be one; set {dialect.SecretForm}, or leave it out.";
        }

        if (options.SignatureHeader.Length > 0 && dialect is not (null or HmacDialect))
        {
            yield return $"{NameOf(section, "SignatureHeader")} does nothing: only the dialect hmac lets one choose its header.";
        }

        if (options.SignatureHeader.Trim().Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')))
        {
            yield return $"{NameOf(section, "SignatureHeader")} is no name of a header; write letters, digits and dashes, such as X-Signature.";
        }

        if (!IsPool(options.Pool))
        {
            yield return $"{NameOf(section, "Pool")} is no pool name; use 1 to 40 lower-case letters, digits or dashes.";
        }

        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        foreach (var result in results)
        {
            yield return $"{NameOf(section, result.MemberNames.First())}: {result.ErrorMessage}";
        }
    }

    private static OrderMapping? MappingOf(IConfigurationSection section, WebhookOptions options, IDialect? dialect, List<string> flaws)
    {
        var name = options.Mapping.Trim() is { Length: > 0 } own ? own : dialect?.Name;
        try
        {
            return name is null ? null : MappingFile.Read(name);
        }
        catch (InvalidSellerFileException flaw)
        {
            flaws.Add($"{NameOf(section, "Mapping")}: {flaw.Message}");
            return null;
        }
    }

    private static bool IsPool(string pool)
    {
        try
        {
            PoolName.Parse(pool);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string NameOf(IConfigurationSection section, string setting) => $"Shops__{section.Key}__{setting}";
}
