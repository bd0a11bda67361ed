using System.Reflection;
using System.Runtime.CompilerServices;

namespace ShipBy.AzureSdk.Tests.Surface;

/// <summary>Members in the words of the official lists.</summary>
internal static class MemberText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Everything of a type that code outside its assembly can name, save what it overrides.</summary>
    public static IEnumerable<string> Of(Type type, bool isVirtualUnlessMarked) =>
        type.IsEnum ? Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}")
        : typeof(Delegate).IsAssignableFrom(type) ? [Delegate(type.GetMethod("Invoke")!)]
        : UsageOf(type)
            .Concat(type.GetConstructors(Declared).Where(IsOpen).Where(constructor => !constructor.IsStatic).Select(Constructor))
            .Concat(type.GetProperties(Declared).Where(property => property.GetAccessors(true).Any(IsNew)).Select(property => Property(property, isVirtualUnlessMarked)))
            .Concat(type.GetMethods(Declared).Where(IsNew).Where(method => !method.IsSpecialName).Select(method => Method(method, isVirtualUnlessMarked)))
            .Concat(type.GetMethods(Declared).Where(IsOpen).Where(method => method.Name is "op_Implicit").Select(method => $"implicit operator from {TypeText.Of(method.GetParameters()[0].ParameterType)}"))
            .Concat(type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily).Select(Field));

    private static IEnumerable<string> UsageOf(Type type) =>
        type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false) is { } usage
            ? [$"[AttributeUsage({usage.ValidOn}{(usage.AllowMultiple ? ", AllowMultiple = true" : "")})]"]
            : [];

    private static string Delegate(MethodInfo invoke) => $"{TypeText.Of(invoke.ReturnType)} ({Parameters(invoke)})";

    private static string Constructor(ConstructorInfo constructor) => $"{Access(constructor)}ctor ({Parameters(constructor)})";

    private static string Property(PropertyInfo property, bool isVirtualUnlessMarked)
    {
        var open = property.GetAccessors(nonPublic: true).Where(IsOpen).ToList();
        var accessors = string.Concat(open.Select(accessor => accessor == property.GetMethod ? "get; " : "set; "));
        var index = property.GetIndexParameters();
        var name = index.Length > 0 ? $"this[{string.Join(", ", index.Select(Parameter))}]" : property.Name;

        return Marked(open[0], $"{TypeText.Of(property.PropertyType)} {name} {{ {accessors}}}", isVirtualUnlessMarked);
    }

    private static string Method(MethodInfo method, bool isVirtualUnlessMarked)
    {
        var generic = method.GetGenericArguments();
        var names = generic.Length > 0 ? $"<{string.Join(", ", generic.Select(TypeText.Of))}>" : "";
        var text = $"{TypeText.Of(method.ReturnType)} {method.Name}{names}({Parameters(method)}){string.Concat(generic.Select(Constraint))}";

        return Marked(method, text, isVirtualUnlessMarked);
    }

    private static string Field(FieldInfo field) =>
        field.IsLiteral ? $"const {TypeText.Of(field.FieldType)} {field.Name} = \"{field.GetRawConstantValue()}\""
        : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeText.Of(field.FieldType)} {field.Name}";

    private static string Marked(MethodInfo method, string text, bool isVirtualUnlessMarked)
    {
        var isVirtual = method is { IsVirtual: true, IsFinal: false };

        return method switch
        {
            { DeclaringType.IsInterface: true } => text,
            { IsStatic: true } => $"{Access(method)}static {text}",
            { IsAbstract: true } => $"{Access(method)}abstract {text}",
            _ when isVirtualUnlessMarked => $"{Access(method)}{text}{(isVirtual ? "" : " (not virtual)")}",
            _ => $"{Access(method)}{(isVirtual ? "virtual " : "")}{text}",
        };
    }

    private static string Constraint(Type type)
    {
        var parts = type.GetGenericParameterConstraints().Select(TypeText.Of);
        if (type.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            parts = parts.Prepend("class");
        }

        return parts.Any() ? $" where {type.Name} : {string.Join(", ", parts)}" : "";
    }

    private static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var before = parameter.IsOut ? "out " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";

        return $"{before}{TypeText.Of(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Default(parameter)}" : "")}";
    }

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null when parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null => "default",
        null => "null",
        bool truth => truth ? "true" : "false",
        var value => $"{value}",
    };

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsNew(MethodInfo method) => IsOpen(method) && method.GetBaseDefinition() == method;
}
