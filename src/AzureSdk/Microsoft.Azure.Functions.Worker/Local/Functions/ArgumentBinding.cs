using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Local.Queues;

namespace Microsoft.Azure.Functions.Worker.Local.Functions;

/// <summary>Gives each parameter its value: the trigger's, a well-known one, or what the trigger says by that name.</summary>
internal static class ArgumentBinding
{
    /// <exception cref="FunctionInputConverterException">A value does not fit its parameter.</exception>
    public static async Task<object?[]> BindAsync(Invocation invocation)
    {
        var parameters = invocation.Entry.Method.GetParameters();
        var values = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            values[i] = parameters[i] == invocation.Entry.TriggerParameter
                ? await TriggerValueAsync(invocation, parameters[i].ParameterType)
                : Value(invocation, parameters[i]);
        }

        return values;
    }

    private static async Task<object?> TriggerValueAsync(Invocation invocation, Type wanted) => invocation.TriggerValue switch
    {
        var value when wanted.IsInstanceOfType(value) => value,
        ReceivedMessage message => MessageBinding.Convert(message, wanted),
        HttpContext http when wanted == typeof(HttpRequest) => http.Request,
        HttpContext http when wanted == typeof(string) => await new StreamReader(http.Request.Body).ReadToEndAsync(invocation.CancellationToken),
        HttpContext http => await ReadJsonAsync(http, wanted, invocation.CancellationToken),
        var value => throw new FunctionInputConverterException($"A {value.GetType().Name} cannot become a {wanted.Name}."),
    };

    private static async Task<object?> ReadJsonAsync(HttpContext http, Type wanted, CancellationToken cancel)
    {
        try
        {
            return await http.Request.ReadFromJsonAsync(wanted, cancel);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
        {
            throw new FunctionInputConverterException($"The request's body is not a {wanted.Name}.", e);
        }
    }

    private static object? Value(Invocation invocation, ParameterInfo parameter)
    {
        var wanted = parameter.ParameterType;
        if (wanted == typeof(CancellationToken))
        {
            return invocation.CancellationToken;
        }

        if (wanted == typeof(FunctionContext))
        {
            return invocation;
        }

        if (wanted == typeof(HttpRequest))
        {
            return invocation.HttpContext?.Request;
        }

        if (wanted == typeof(HttpContext))
        {
            return invocation.HttpContext;
        }

        return invocation.BindingContext.BindingData.TryGetValue(parameter.Name!, out var found) && found is not null
            ? Convert(found, parameter)
            : Missing(parameter);
    }

    private static object? Convert(object found, ParameterInfo parameter)
    {
        if (parameter.ParameterType.IsInstanceOfType(found))
        {
            return found;
        }

        try
        {
            var text = System.Convert.ToString(found, CultureInfo.InvariantCulture)!;

            return TypeDescriptor.GetConverter(parameter.ParameterType).ConvertFromInvariantString(text);
        }
        catch (Exception e) when (e is FormatException or NotSupportedException or ArgumentException)
        {
            throw new FunctionInputConverterException($"'{parameter.Name}' is not a {parameter.ParameterType.Name}.", e);
        }
    }

    private static object? Missing(ParameterInfo parameter)
    {
        if (parameter.HasDefaultValue)
        {
            return parameter.DefaultValue;
        }

        return parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null
            ? throw new FunctionInputConverterException($"Nothing is known to bind to '{parameter.Name}'.")
            : null;
    }
}
