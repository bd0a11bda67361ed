using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using ShipBy.Pages.Rendering;

namespace ShipBy.Pages.Frame;

/// <summary>The desk's one style sheet and one script, under names that change with what they hold: a browser keeps them for good.</summary>
internal static class DeskAssets
{
    internal const string Folder = "desk/assets/";

    public static DeskAsset Style { get; } = new("css", "text/css; charset=utf-8", "Desk.css");

    public static DeskAsset Script { get; } = new("js", "text/javascript; charset=utf-8", "htmx.min.js", "Desk.js");

    /// <returns>Null where there is no such file, or not any more.</returns>
    public static DeskAsset? Find(string path) => new[] { Style, Script }.FirstOrDefault(asset => asset.Path == path);
}

/// <summary>Files of this assembly as one, ready to be sent.</summary>
internal sealed class DeskAsset : IResult
{
    private readonly string _type;
    private readonly byte[] _plain;
    private readonly byte[] _brotli;

    public DeskAsset(string ending, string type, params IEnumerable<string> files)
    {
        _type = type;
        _plain = Encoding.UTF8.GetBytes(string.Join('\n', files.Select(file => Asset.Read(file).Value)));
        _brotli = Compressed(_plain);
        Path = $"{DeskAssets.Folder}desk.{Convert.ToHexStringLower(SHA256.HashData(_plain).AsSpan(0, 8))}.{ending}";
    }

    public string Path { get; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var squeezed = httpContext.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.OrdinalIgnoreCase);
        response.ContentType = _type;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (squeezed)
        {
            response.Headers.ContentEncoding = "br";
        }

        var body = squeezed ? _brotli : _plain;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }

    private static byte[] Compressed(byte[] plain)
    {
        using var squeezed = new MemoryStream();
        using (var brotli = new BrotliStream(squeezed, CompressionLevel.SmallestSize))
        {
            brotli.Write(plain);
        }

        return squeezed.ToArray();
    }
}
