namespace ShipBy.Application.Doctor;

/// <summary>Looks at one area. Changes nothing that matters and sends nothing to anybody.</summary>
public interface IProbe
{
    Area Area { get; }

    /// <exception cref="Ledger.LedgerUnreachableException">It needs the ledger, which gives no answer; <see cref="Checkup"/> says so.</exception>
    Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancel);
}
