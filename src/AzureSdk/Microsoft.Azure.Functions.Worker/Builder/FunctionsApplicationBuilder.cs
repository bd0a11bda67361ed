using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Local.Functions;
using Microsoft.Azure.Functions.Worker.Local.Hosting;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly WebApplicationBuilder _inner;
    private readonly FunctionPipeline _pipeline = new();

    internal FunctionsApplicationBuilder(string[] args)
    {
        _inner = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = System.Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT"),
        });
        _inner.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);       // below that it writes addresses, and a key may stand in one
        _inner.Services.AddSingleton(_pipeline);
        _inner.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_inner).Properties;

    public ConfigurationManager Configuration => _inner.Configuration;

    public IHostEnvironment Environment => _inner.Environment;

    public ILoggingBuilder Logging => _inner.Logging;

    public IMetricsBuilder Metrics => _inner.Metrics;

    public IServiceCollection Services => _inner.Services;

    IConfigurationManager IHostApplicationBuilder.Configuration => _inner.Configuration;

    public IHost Build() => LocalHostBuilder.Build(_inner);

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        ((IHostApplicationBuilder)_inner).ConfigureContainer(factory, configure);

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        _pipeline.Add(middleware);

        return this;
    }
}
