using Microsoft.Azure.Functions.Worker.Middleware;

namespace Microsoft.Azure.Functions.Worker.Local.Functions;

/// <summary>The middleware of an app; what was added first is outermost.</summary>
internal sealed class FunctionPipeline
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _layers = [];

    public void Add(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> layer) => _layers.Add(layer);

    public FunctionExecutionDelegate Around(FunctionExecutionDelegate core) =>
        Enumerable.Reverse(_layers).Aggregate(core, (inner, layer) => layer(inner));
}
