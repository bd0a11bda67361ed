using Azure.Data.Tables;
using ShipBy.Adapters.Tables;
using ShipBy.Application.Ledger;
using ShipBy.TestKit.Ledger;
using ShipBy.TestKit.Storage;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace ShipBy.Adapters.Tests.Tables;

public sealed class TableLedgerTests(AzuriteFixture azurite) : LedgerContract
{
    protected override ILedger Ledger { get; } = new TableLedger(new TableServiceClient(azurite.ConnectionString).GetTableClient("ledger"));
}
