using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Marketplaces.Ozon.Shipping;

/// <summary>Tells the marketplace of each piece of a posting what it wants to know before packing: marks, numbers, weights.</summary>
/// <remarks>
/// It takes all pieces at once, checks them for a while, and then lets the posting be packed. What it keeps shows in the pieces themselves, so that nothing has to be remembered
/// here: whoever dies between two calls leaves the next one to go on from what is shown.
/// </remarks>
internal sealed class OzonExemplars(OzonClient client, OzonOptions options)
{
    /// <value>Pieces are made a while after the posting; this many looks wait for them.</value>
    private const int PatientLooks = 5;

    /// <value>Whether each posting's pieces are told of, asked for or not.</value>
    public bool Always { get; } = options.Exemplars == "always";

    /// <returns>Null where the marketplace knows all it wants: the posting can be packed.</returns>
    public async Task<ShippingAnswer?> AdvanceAsync(string number, ShownPosting posting, IReadOnlyList<GoodsNeed> needs, Instruction wanted, CancellationToken cancel)
    {
        if (WasSaid(wanted))
            return await OnCheckAsync(number, posting, needs, wanted, cancel);

        var shown = await SheetAsync(number, cancel);
        var (sheet, flaw) = Fill(shown, posting, needs, wanted);
        return flaw is not null ? new ShippingAnswer.Refused(flaw)
            : IsShort(shown, posting) ? ShortAnswer(wanted)
            : sheet.SaysTheSame(shown) ? await OnCheckAsync(number, posting, needs, wanted, cancel)
            : await SayAsync(number, posting, sheet, cancel);
    }

    /// <summary>What it made of the pieces that it knows. A check that came to no end is begun anew, a few times.</summary>
    private async Task<ShippingAnswer?> OnCheckAsync(string number, ShownPosting posting, IReadOnlyList<GoodsNeed> needs, Instruction wanted, CancellationToken cancel)
    {
        var check = ExemplarCheck.Read(await client.ReadAsync(OzonMethods.ExemplarStatus, new { posting_number = number }, cancel), posting.Lines);
        if (check.MayShip)
            return null;

        if (check.IsAtWork)
            return new ShippingAnswer.Underway();

        if (check.Problems.Count > 0)
            return Wrong(check);

        if (MovePolicy.IsGivenUp(wanted, ShippingStep.Describe))
            return new ShippingAnswer.Refused($"The marketplace was told of the goods {wanted.Repeats} times and does not let them be packed ({check.Word}): look at the posting in the seller's cabinet.");

        var (sheet, flaw) = Fill(await SheetAsync(number, cancel), posting, needs, wanted);
        return flaw is null ? await SayAsync(number, posting, sheet, cancel) : new ShippingAnswer.Refused(flaw);
    }

    private async Task<ShippingAnswer> SayAsync(string number, ShownPosting posting, ExemplarSheet sheet, CancellationToken cancel)
    {
        if (sheet.Products.SelectMany(product => product.Pieces).Any(piece => piece.Marks.Count > 0 || piece.Declaration.Length > 0 || piece.Batch.Length > 0 || piece.Weight is not null))
        {
            var form = new
            {
                posting_number = number,
                products = sheet.Products.Select(product => new
                {
                    product_id = product.Product,
                    exemplars = product.Pieces.Select(piece => new { gtd = piece.Declaration, rnpt = piece.Batch, marks = MarksOf(piece), weight = piece.Weight ?? 0 }),
                }),
            };
            var check = ExemplarCheck.Read(await client.ReadAsync(OzonMethods.ValidateExemplars, form, cancel), posting.Lines);
            if (check.Problems.Count > 0)
                return Wrong(check);
        }

        var request = new
        {
            multi_box_qty = posting.Boxes,
            posting_number = number,
            products = sheet.Products.Select(product => new
            {
                product_id = product.Product,
                exemplars = product.Pieces.Select(piece => new
                {
                    exemplar_id = piece.Id,
                    gtd = piece.Declaration,
                    is_gtd_absent = piece.IsDeclarationAbsent,
                    rnpt = piece.Batch,
                    is_rnpt_absent = piece.IsBatchAbsent,
                    marks = MarksOf(piece),
                    weight = piece.Weight ?? 0,
                }),
            }),
        };
        await client.SayAsync(OzonMethods.SetExemplars, request, cancel);
        return new ShippingAnswer.Told(ShippingStep.Describe);
    }

    private async Task<ExemplarSheet> SheetAsync(string number, CancellationToken cancel) =>
        ExemplarSheet.Read(await client.ReadAsync(OzonMethods.Exemplars, new { posting_number = number }, cancel));

    private (ExemplarSheet Sheet, string? Flaw) Fill(ExemplarSheet shown, ShownPosting posting, IReadOnlyList<GoodsNeed> needs, Instruction wanted) =>
        IsShort(shown, posting) ? (shown, null) : ExemplarPolicy.Fill(shown, posting.Lines, needs, wanted.Ship!.Goods, options.Known);

    /// <summary>Fewer pieces than units: they are still being made.</summary>
    private static bool IsShort(ExemplarSheet shown, ShownPosting posting) => posting.Lines.GroupBy(line => line.Product)
        .Any(same => (shown.Products.FirstOrDefault(product => product.Product == same.Key)?.Pieces.Count ?? 0) < same.Sum(line => line.Units ?? 0));

    private static ShippingAnswer ShortAnswer(Instruction wanted) => wanted.Calls <= PatientLooks
        ? new ShippingAnswer.Underway()
        : new ShippingAnswer.Refused("The marketplace does not show a piece for each unit of the posting: enter the data in the seller's cabinet, then ask again.");

    private static ShippingAnswer.Refused Wrong(ExemplarCheck check) => new($"The marketplace does not take the data of the goods: {check.InWords}. Correct them (POST /api/ship, goods), or enter them in the seller's cabinet.");

    /// <summary>It was said, and packing went on from there: what shows is the check, and not whether each value comes back as it was written.</summary>
    private static bool WasSaid(Instruction wanted) => wanted is { LastStep: ShippingStep.Describe or ShippingStep.Pack, Repeats: > 0 };

    private static IEnumerable<object> MarksOf(PieceData piece) => piece.Marks.Select(mark => new { mark = mark.Value, mark_type = PieceData.WordOf(mark.Kind) });
}
