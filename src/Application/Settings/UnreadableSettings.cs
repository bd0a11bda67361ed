using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ShipBy.Application.Settings;

/// <summary>Settings whose value is none of their kind, each by its whole name. The value itself is not said: a secret may have got into the wrong line.</summary>
/// <remarks>The binder would quote the value, and stop at the first one.</remarks>
public static class UnreadableSettings
{
    /// <param name="name">What the section is called where a seller sets it, such as <c>Shops__main</c>.</param>
    public static IEnumerable<string> In(IConfiguration section, string name, Type options) =>
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property => IsOfOurs(property.PropertyType)
            ? In(section.GetSection(property.Name), $"{name}__{property.Name}", property.PropertyType)
            : FlawOf(section[property.Name], $"{name}__{property.Name}", property.PropertyType));

    /// <summary>Binds a section once all of it can be read.</summary>
    /// <exception cref="OptionsValidationException">When the options are asked for and something cannot be read.</exception>
    public static OptionsBuilder<T> BindReadable<T>(this OptionsBuilder<T> builder, IConfigurationSection section, string name)
        where T : class => builder.Configure(options =>
        {
            string[] flaws = [.. In(section, name, typeof(T))];
            if (flaws.Length > 0)
            {
                throw new OptionsValidationException(builder.Name, typeof(T), flaws);
            }

            section.Bind(options);
        });

    private static bool IsOfOurs(Type type) => type.IsClass && type.Assembly.GetName().Name!.StartsWith("ShipBy.", StringComparison.Ordinal);

    private static IEnumerable<string> FlawOf(string? text, string name, Type type)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        if (text is not null && kind.IsValueType && !(text.Length == 0 && kind != type) && !IsOne(kind, text))
        {
            yield return $"{name} cannot be read: write {FormOf(kind)}.";
        }
    }

    private static string FormOf(Type kind) => kind == typeof(TimeSpan) ? "a time such as 00:10:00"
        : kind == typeof(bool) ? "true or false"
        : kind == typeof(double) || kind == typeof(decimal) ? "a number such as 0.5"
        : "a whole number";

    private static bool IsOne(Type kind, string text)
    {
        try
        {
            TypeDescriptor.GetConverter(kind).ConvertFromInvariantString(text);
            return true;
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            return false;
        }
    }
}
