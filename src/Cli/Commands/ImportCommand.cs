using System.CommandLine;
using ShipBy.Adapters.Calendars;
using ShipBy.Adapters.SellerFiles.Bills;
using ShipBy.Adapters.SellerFiles.Carriers;
using ShipBy.Adapters.SellerFiles.CarrierTables;
using ShipBy.Adapters.SellerFiles.Defects;
using ShipBy.Adapters.SellerFiles.Products;
using ShipBy.Adapters.SellerFiles.Purchases;
using ShipBy.Adapters.SellerFiles.Stock;
using ShipBy.Adapters.SellerFiles.Waybills;
using ShipBy.Application.Bills;
using ShipBy.Cli.Import;
using ShipBy.Cli.Real;
using ShipBy.Cli.Reconcile;
using ShipBy.Cli.Reports;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Screen;

namespace ShipBy.Cli.Commands;

/// <summary><c>import</c>: what a seller keeps in files of other programs.</summary>
internal static class ImportCommand
{
    public static Command Create() => new("import", "Bring a CSV file of another program in, row by row. Works beside a running app. The same file twice changes nothing.") { Stock(), Products(), Orders(), Purchases(), Carriers(), CarrierTable(), Defects(), Waybills(), Bill() };

    private static Command Stock()
    {
        var options = new ImportOptions("A count of the shelf: the columns sku (offer_id, артикул, 货号) and on_hand (quantity, остаток, 库存); others are passed over.");
        var pool = ImportOptions.Pool("The stock pool that was counted.");
        var command = options.AddTo(new Command("stock", "Set what is on hand to what was counted; what is held stays held. Rows that are not understood are set aside, the others go in.") { pool });
        command.SetAction(async (parsed, cancel) =>
        {
            var request = new StockRequest(options.Read(parsed), parsed.GetValue(pool));
            ReportFile.Require(request.Json, "--json");
            var file = SellerFile.Read(() => StockFile.Read(request.File, request.Encoding));
            await using var place = await LedgerPlace.FindAsync(RealSettings.Find(), ShipByHome.Find(), RunScreen.Create(), cancel);

            return await StockImportRun.RunAsync(place, request, file, Console.Out, cancel);
        });

        return command;
    }

    private static Command Products()
    {
        var options = new ImportOptions("Product cards, as 'export products' writes them: the column sku (offer_id, артикул, 货号); as far as there, name, zone, packaging, per_package, bar_code, safety_stock, lead_days, supplier, weight_g, is_packaging. Others are passed over.");
        var pool = ImportOptions.Pool("The stock pool whose products they are.");
        var command = options.AddTo(new Command("products", "Write the cards of products. An empty cell empties its field; what the file has no column for stays. Rows that are not understood are set aside, the others go in.") { pool });
        command.SetAction(async (parsed, cancel) =>
        {
            var request = new StockRequest(options.Read(parsed), parsed.GetValue(pool));
            ReportFile.Require(request.Json, "--json");
            var file = SellerFile.Read(() => ProductsFile.Read(request.File, request.Encoding));
            await using var place = await LedgerPlace.FindAsync(RealSettings.Find(), ShipByHome.Find(), RunScreen.Create(), cancel);

            return await ProductsImportRun.RunAsync(place, request, file, Console.Out, cancel);
        });

        return command;
    }

    private static Command Purchases()
    {
        var options = new ImportOptions("What came from suppliers: the columns sku and quantity; as far as there, document (накладная, 入库单号), supplier, received. Others are passed over.");
        var pool = ImportOptions.Pool("The stock pool that it came to.");
        var document = new Option<string?>("--document") { Description = "The delivery note, or whatever else rows belong to that name none. What came in by a document once is not added again. Default: the file's name.", HelpName = "name" };
        var command = options.AddTo(new Command("purchases", "Add what came to what is on hand, each row of each document once. Rows that are not understood are set aside, the others go in.") { pool, document });
        command.SetAction(async (parsed, cancel) =>
        {
            var request = new PurchasesRequest(options.Read(parsed), parsed.GetValue(pool), parsed.GetValue(document)?.Trim() is { Length: > 0 } name ? name : null);
            ReportFile.Require(request.Json, "--json");
            var settings = RealSettings.Find();
            var zone = ShopHoursServices.ZoneOf(RealSettings.ToConfiguration(settings.Values));
            var file = SellerFile.Read(() => PurchasesFile.Read(request.File, request.Encoding, request.Document, zone, ImportOptions.Now()));
            await using var place = await LedgerPlace.FindAsync(settings, ShipByHome.Find(), RunScreen.Create(), cancel);

            return await PurchasesImportRun.RunAsync(place, request, file, Console.Out, cancel);
        });

        return command;
    }

    private static Command Carriers()
    {
        var options = new ImportOptions("A carrier's list, a row an event of a parcel: the columns event, time, and tracking_number (трек-номер, 运单号) or order. Others are passed over.");
        var shop = ImportOptions.Shop("The shop whose parcels they are.");
        var command = options.AddTo(new Command("carriers", "Note where parcels are. Orders of shops that cannot be asked count as handed over once their carrier has had them.") { shop });
        command.SetAction(async (parsed, cancel) =>
        {
            var request = new CarriersRequest(options.Read(parsed), parsed.GetValue(shop)!);
            ReportFile.Require(request.Json, "--json");
            var settings = RealSettings.Find();
            var choice = ShopChoice.Of(RealSettings.ToConfiguration(LedgerPlace.ShopsOf(settings)), request.Shop);
            var file = SellerFile.Read(() => CarriersFile.Read(request.File, request.Encoding, choice.Zone, ImportOptions.Now()));
            await using var place = await LedgerPlace.FindAsync(settings, ShipByHome.Find(), RunScreen.Create(), cancel);

            return await CarriersImportRun.RunAsync(place, request, choice, file, Console.Out, cancel);
        });

        return command;
    }

    private static Command Defects()
    {
        var options = new ImportOptions("A list of returns, complaints or reviews, a row an order: the columns order (номер заказа, 订单号), and kind (причина возврата, 退货原因) or review (1 to 5 stars); as far as there, note. Others are passed over.");
        var shop = ImportOptions.Shop("The shop whose orders they are.");
        var by = new Option<string>("--by") { Description = "Who says it.", HelpName = "name", DefaultValueFactory = _ => "file" };
        var command = options.AddTo(new Command("defects", "Note what was wrong with orders, however long ago they were closed. Rows that are not understood are set aside, the others go in.") { shop, by });
        command.SetAction(async (parsed, cancel) =>
        {
            var request = new DefectsRequest(options.Read(parsed), parsed.GetValue(shop)!, parsed.GetValue(by)!);
            ReportFile.Require(request.Json, "--json");
            var settings = RealSettings.Find();
            var choice = ShopChoice.Of(RealSettings.ToConfiguration(LedgerPlace.ShopsOf(settings)), request.Shop);
            var file = SellerFile.Read(() => DefectsFile.Read(request.File, request.Encoding));
            await using var place = await LedgerPlace.FindAsync(settings, ShipByHome.Find(), RunScreen.Create(), cancel);

            return await DefectsImportRun.RunAsync(place, request, choice, file, Console.Out, cancel);
        });

        return command;
    }

    private static Command CarrierTable()
    {
        var options = new ImportOptions("The table of carriers, as the desk's page downloads it: the column carrier (перевозчик, 物流公司); as far as there, code, countries, postal_codes, places, up_to_g, price, currency, days, pick_ups, contact, emergency, shutdowns, number_rule. Others are passed over.");
        var command = options.AddTo(new Command("carrier-table", "Add rows to the table of carriers, and change those that are there already; none is taken away. Rows that are not understood are set aside, the others go in."));
        command.SetAction(async (parsed, cancel) =>
        {
            var request = options.Read(parsed);
            ReportFile.Require(request.Json, "--json");
            var file = SellerFile.Read(() => CarrierTableFile.Read(request.File, request.Encoding));
            await using var place = await LedgerPlace.FindAsync(RealSettings.Find(), ShipByHome.Find(), RunScreen.Create(), cancel);

            return await CarrierTableImportRun.RunAsync(place, request, file, Console.Out, cancel);
        });

        return command;
    }

    private static Command Waybills()
    {
        var options = new ImportOptions("Numbers of electronic waybills, one a line; or a file with the column tracking_number (трек-номер, 运单号). Others are passed over.");
        var carrier = ImportOptions.Carrier("The carrier that gave them, as marketplaces are told.");
        var command = options.AddTo(new Command("waybills", "Add a carrier's numbers to the number stock. Numbers that it ever had are passed over. Rows that are not understood are set aside, the others go in.") { carrier });
        command.SetAction(async (parsed, cancel) =>
        {
            var request = options.Read(parsed);
            ReportFile.Require(request.Json, "--json");
            var file = SellerFile.Read(() => WaybillsFile.Read(request.File, request.Encoding));
            await using var place = await LedgerPlace.FindAsync(RealSettings.Find(), ShipByHome.Find(), RunScreen.Create(), cancel);

            return await WaybillsImportRun.RunAsync(place, request, parsed.GetValue(carrier)!, file, Console.Out, cancel);
        });

        return command;
    }

    private static Command Bill()
    {
        var options = new ImportOptions("A carrier's bill, a row a charge: the columns tracking_number (трек-номер, 运单号) and price (сумма, 金额); as far as there, currency, weight_g or weight_kg (weight, вес, 重量), charge (услуга, 费用类型). Others are passed over.");
        var carrier = ImportOptions.Carrier("The carrier whose bill it is, as marketplaces are told.");
        var currency = new Option<string?>("--currency") { Description = "Of prices without one, such as RUB.", HelpName = "code" };
        var (from, to) = (ImportOptions.Day("--from", "The first day that the bill is about. With --to. Default: that of its first parcel."), ImportOptions.Day("--to", "The last day that the bill is about. With --from. Default: that of its last parcel."));
        var command = options.AddTo(new Command("bill", "Compare a carrier's bill with what was shipped: billed and never shipped, shipped and not billed, billed twice, dearer or heavier than the table of carriers. Changes nothing, and keeps nothing of the bill.") { carrier, currency, from, to });
        command.SetAction(async (parsed, cancel) =>
        {
            var request = options.Read(parsed);
            ReportFile.Require(request.Json, "--json");
            var settings = RealSettings.Find();
            var zone = ShopHoursServices.ZoneOf(RealSettings.ToConfiguration(settings.Values));
            var time = BillTime.Between(parsed.GetValue(from), parsed.GetValue(to), zone);
            if (time is null && (parsed.GetValue(from) is not null || parsed.GetValue(to) is not null))
            {
                throw new CannotStartException("Give --from and --to together, the earlier day first.");
            }

            var file = SellerFile.Read(() => BillFile.Read(request.File, request.Encoding, parsed.GetValue(currency)?.Trim().ToUpperInvariant()));
            await using var place = await LedgerPlace.FindAsync(settings, ShipByHome.Find(), RunScreen.Create(), cancel);

            return await BillImportRun.RunAsync(place, request, parsed.GetValue(carrier)!, time, file, Console.Out, cancel);
        });

        return command;
    }

    private static Command Orders()
    {
        var options = new ImportOptions(
            "A list of orders, a row a line of an order: the columns order (номер заказа, 订单号), sku, quantity, status; as far as there, name, price, currency, created, paid, ship_by, shipped, changed, carrier, tracking_number, note, deliver_by, delivered, review, cancelled_by. Ozon's list of postings and Taobao's list of items are known by their headings.");
        var shop = ImportOptions.Shop("The shop whose orders they are, of the kind file.");
        var asOf = new Option<string?>("--as-of") { Description = "When the file was made: what is known from later on is not undone. Default: when it was last written.", HelpName = "moment" };
        var command = options.AddTo(new Command("orders", "Bring orders of a shop in that cannot be asked for them. An order with a row that is not understood is set aside, the others go in.") { shop, asOf });
        command.SetAction(async (parsed, cancel) =>
        {
            var request = new OrdersRequest(options.Read(parsed), parsed.GetValue(shop)!, parsed.GetValue(asOf));
            ReportFile.Require(request.Json, "--json");
            var settings = RealSettings.Find();
            var choice = ShopChoice.Of(RealSettings.ToConfiguration(LedgerPlace.ShopsOf(settings)), request.Shop);
            choice.RequireNotRead();
            var file = OrdersImportRun.Read(request, choice, ImportOptions.Now());
            await using var place = await LedgerPlace.FindAsync(settings, ShipByHome.Find(), RunScreen.Create(), cancel);

            return await OrdersImportRun.RunAsync(place, request, choice, file, Console.Out, cancel);
        });

        return command;
    }
}
