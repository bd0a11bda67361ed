namespace ShipBy.AzureSdk.Tests.Surface;

/// <summary>Types as C# writes them, without namespaces.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
    };

    public static string Of(Type type) =>
        type.IsByRef ? Of(type.GetElementType()!)
        : Keywords.TryGetValue(type, out var keyword) ? keyword
        : Nullable.GetUnderlyingType(type) is { } value ? $"{Of(value)}?"
        : type.IsArray ? $"{Of(type.GetElementType()!)}[]"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>"
        : type.Name;

    /// <summary>The name by which the lists speak of a type that is declared: with its namespace and the type around it.</summary>
    public static string Full(Type type) =>
        type.DeclaringType is { } outer ? $"{Full(outer)}.{Of(type)}" : $"{type.Namespace}.{Of(type)}";
}
