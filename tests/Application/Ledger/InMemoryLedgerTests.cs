using ShipBy.Application.Ledger;
using ShipBy.TestKit.Ledger;

namespace ShipBy.Application.Tests.Ledger;

public sealed class InMemoryLedgerTests : LedgerContract
{
    protected override ILedger Ledger { get; } = new InMemoryLedger();
}
