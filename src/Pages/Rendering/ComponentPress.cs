using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ShipBy.Pages.Rendering;

/// <summary>Turns a Razor component into an HTML document, without a web request.</summary>
public sealed class ComponentPress(ILoggerFactory logs)
{
    // The default encoder writes every Cyrillic or Chinese letter as eight characters; a digest would outgrow what mail readers show.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="model">Goes to the component's parameter of the name <c>Model</c>.</param>
    public async Task<string> PrintAsync<TComponent>(object model)
        where TComponent : IComponent
    {
        await using var services = new ServiceCollection().AddSingleton(Encoder).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model })))
            .ToHtmlString());
    }
}
