using System.Text;
using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Webhook;

/// <summary>A message that is none of the shop's, or is too old to be believed: it would cancel the order.</summary>
/// <param name="SignedAt">The moment that it claims.</param>
internal sealed record ForgedMessage(string Kind, string Id, byte[] Body, DateTimeOffset SignedAt, StandardSignature Signature)
{
    public const string WrongSignature = "wrong signature";
    public const string TooOld = "too old";
}

/// <summary>Somebody who tries now and then to have an order cancelled that is not theirs, by a key of their own or by a message caught long ago.</summary>
internal sealed class Forger(SandboxRun run)
{
    private const double Share = 0.1;

    /// <value>Any receiver's window is shorter.</value>
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(10);

    private readonly StandardSignature _shops = new(run.Options.WebhookSecret);
    private readonly StandardSignature _theirs = new("whsec_" + Convert.ToBase64String(Encoding.ASCII.GetBytes("nobody's key at all, of no shop")));

    /// <returns>Null as a rule.</returns>
    public ForgedMessage? Beside(ShopMessage message)
    {
        var chance = new SeededRandom(run.Options.Seed, "forged " + message.Id);
        if (!chance.Chance(Share))
        {
            return null;
        }

        var (isOld, now) = (chance.Chance(0.5), run.Clock.WallNow);
        var words = message.Data.DeepClone().AsObject();
        (words["status"], words["updated_at"], words["cancelled_at"]) = ("cancelled", OrderWords.Text(now), OrderWords.Text(now));
        var body = new JsonObject { ["type"] = "order.cancelled", ["timestamp"] = OrderWords.Text(now), ["data"] = words }.ToJsonString();
        return new ForgedMessage(isOld ? ForgedMessage.TooOld : ForgedMessage.WrongSignature, "forged_" + message.Id, Encoding.UTF8.GetBytes(body), isOld ? now - Age : now, isOld ? _shops : _theirs);
    }
}
