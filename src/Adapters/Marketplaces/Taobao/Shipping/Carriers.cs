using NodaTime;
using ShipBy.Adapters.Marketplaces.Taobao.Reading;
using ShipBy.Adapters.Marketplaces.Wire;

namespace ShipBy.Adapters.Marketplaces.Taobao.Shipping;

/// <summary>The carriers that the platform knows, asked for once a day: codes and patterns change without notice.</summary>
internal sealed class Carriers(TaobaoClient client, TimeProvider time)
{
    private static readonly Duration GoodFor = Duration.FromDays(1);

    private (IReadOnlyList<Carrier> All, Instant Until)? _known;

    public async Task<IReadOnlyList<Carrier>> AllAsync(CancellationToken cancel)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        if (_known is { } known && now < known.Until)
            return known.All;

        var root = await client.ReadAsync(TopMethods.Carriers, [("fields", "id,code,name,reg_mail_no")], cancel);
        IReadOnlyList<Carrier> all =
        [
            .. from one in root.List("logistics_companies", "logistics_company")
               let code = one.Text("code")
               where code is not null
               select new Carrier(code, one.Text("name") ?? code, one.Text("reg_mail_no")),
        ];
        _known = (all, now + GoodFor);      // two at once ask twice; either answer is good
        return all;
    }
}
