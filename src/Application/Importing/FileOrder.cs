using ShipBy.Domain.Orders;

namespace ShipBy.Application.Importing;

/// <summary>An order as a file tells it.</summary>
/// <param name="Lines">Of the file, from 1; at least one.</param>
/// <param name="Posting">With the <see cref="Posting.Telling"/> that says how old the file's knowledge is.</param>
public sealed record FileOrder(IReadOnlyList<int> Lines, Posting Posting);
