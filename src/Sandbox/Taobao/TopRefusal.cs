using System.Text.Json.Nodes;

namespace ShipBy.Sandbox.Taobao;

/// <summary>The platform refuses a call, with its envelope.</summary>
/// <param name="word">The code of the method's own; null where the gateway refuses.</param>
internal sealed class TopRefusal(int code, string message, string? word = null, string? detail = null) : Exception(message)
{
    public int Code => code;

    public string? Word => word;

    /// <summary>The caller's fault in the method itself.</summary>
    public static TopRefusal Isv(string word, string detail) => new(15, "Remote service error", "isv." + word, detail);

    public static TopRefusal Missing(string name) => new(40, $"Missing required arguments:{name}", "isv.missing-parameter:" + name);

    public static TopRefusal Invalid(string name) => new(41, $"Invalid arguments:{name}", "isv.invalid-parameter:" + name);

    public static TopRefusal NoSuchTrade() => Isv("trade-not-exist", "交易订单不存在");

    /// <summary>As many calls as the app may make were made.</summary>
    public static TopRefusal Limited() => new(7, "App Call Limited", "accesscontrol.limited-by-app-access-count", "This ban will last for 1 more seconds");

    /// <summary>The seller's authorisation is unknown, or over.</summary>
    public static TopRefusal NoSession() => new(27, "Invalid session", "invalid-sessionkey", "SessionKey非法");

    public static TopRefusal Broken() => new(15, "Remote service error", "isp.top-remote-service-unavailable", "调用后端服务抛异常，服务不可用");

    public JsonObject ToJson(string request)
    {
        var error = new JsonObject { ["code"] = code, ["msg"] = Message, ["request_id"] = request };
        if (word is not null)
        {
            error["sub_code"] = word;
        }

        if (detail is not null)
        {
            error["sub_msg"] = detail;
        }

        return new JsonObject { ["error_response"] = error };
    }
}
