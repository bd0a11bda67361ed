using System.Buffers.Text;
using System.Security.Cryptography;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Layout;

/// <summary>What every page needs to know to be laid out.</summary>
/// <param name="Nonce">Marks this answer's own style sheet and script; a new one each time.</param>
public sealed record Sheet(Words Words, string Nonce)
{
    public static Sheet In(Words words) => new(words, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)));
}
