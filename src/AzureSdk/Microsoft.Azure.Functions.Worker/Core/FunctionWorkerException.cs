namespace Microsoft.Azure.Functions.Worker;

public class FunctionWorkerException(string? message, Exception? innerException) : Exception(message, innerException)
{
    public FunctionWorkerException(string? message)
        : this(message, null)
    {
    }
}

/// <summary>The event could not be turned into what the function's parameter asks for. Counts as a failed run.</summary>
public class FunctionInputConverterException(string? message, Exception? innerException) : FunctionWorkerException(message, innerException)
{
    public FunctionInputConverterException(string? message)
        : this(message, null)
    {
    }
}
