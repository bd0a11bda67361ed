using System.Text.Json.Nodes;
using ShipBy.Sandbox.Ozon;

namespace ShipBy.Sandbox.Push;

/// <summary>The address that pushes go to, and whether they do: the marketplace switches off whoever answers badly.</summary>
/// <remarks>Guarded by the run's gate. A restart forgets that pushes were off.</remarks>
internal sealed class PushRegister(Uri? url)
{
    private const int Id = 4_242;

    public Uri? Url { get; private set; } = url;

    public bool IsOn { get; private set; } = true;

    /// <value>Whether support has switched them off: the seller cannot switch them on again.</value>
    public bool IsLocked { get; private set; }

    public void PointAt(Uri url) => (Url, IsOn, IsLocked) = (url, true, false);

    public void Switch(bool on, bool locked) => (IsOn, IsLocked) = (on, locked);

    public Answer List() => Answer.Ok(new JsonObject
    {
        ["urls"] = Url is null ? [] : new JsonArray(new JsonObject
        {
            ["created_at"] = "2026-01-12T09:00:00Z",
            ["enable"] = IsOn,
            ["id"] = Id,
            ["types"] = new JsonArray(new JsonObject { ["type"] = "TYPE_NEW_POSTING", ["description"] = "Новое отправление" }),
            ["url"] = Url.OriginalString,
        }),
    });

    /// <exception cref="RefusedException">There is no such address, or support keeps it off.</exception>
    public Answer Enable(JsonObject request)
    {
        if (Url is null || request.Number("id") != Id)
        {
            throw new RefusedException(404, 5, "URL_NOT_FOUND");
        }

        if (IsLocked && request.Flag("enabled"))
        {
            throw new RefusedException(409, 10, "URL_DISABLED_BY_SUPPORT");
        }

        IsOn = request.Flag("enabled");
        return Answer.Ok(new JsonObject { ["code"] = 0, ["details"] = new JsonArray(), ["message"] = "" });
    }
}
