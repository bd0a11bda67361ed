using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ShipBy.Pages.Tests.Access;

/// <summary>What a person at a browser can do: open, fill in, press; cookies are kept, redirects are looked at.</summary>
internal sealed class Browser(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async Task<IHtmlDocument> ReadAsync(string path) => await ParseAsync(await GetAsync(path));

    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _http.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request, TestContext.Current.CancellationToken);

    /// <summary>Presses the button of a form: sends what its fields hold.</summary>
    public Task<HttpResponseMessage> PressAsync(IHtmlFormElement form) => PostAsync("/api/" + form.GetAttribute("action"), FieldsOf(form));

    /// <remarks>As a browser sends them: a box that is not ticked is not among them.</remarks>
    public static (string Name, string Value)[] FieldsOf(IHtmlFormElement form) =>
        [.. form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type != "checkbox" || input.IsChecked).Select(input => (input.Name!, input.Value))];

    public Task<HttpResponseMessage> EnterAsync(string by = "") => PostAsync("/api/enter", ("key", Sample.DeskKey), ("by", by));

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    public void Dispose() => _http.Dispose();
}
