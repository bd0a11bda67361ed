using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;
using ShipBy.Domain.Shipping;

namespace ShipBy.Application.Reconciling;

/// <summary>Compares an order that was read from two rows. Records compare their lists by identity, and two readings never share one.</summary>
internal static class OrderContent
{
    public static bool IsSame(Order one, Order other) =>
        one.Lines.SequenceEqual(other.Lines)
        && one.Warned.SequenceEqual(other.Warned)
        && one.Journal.SequenceEqual(other.Journal)
        && one.Packaging.SequenceEqual(other.Packaging)
        && one.Earlier.Count == other.Earlier.Count
        && one.Earlier.Zip(other.Earlier).All(pair => pair.First.ShipBy == pair.Second.ShipBy && pair.First.Warned.SequenceEqual(pair.Second.Warned))
        && (one.Told is null) == (other.Told is null)
        && (one.Told?.Prints ?? []).SequenceEqual(other.Told?.Prints ?? [])
        && (one.Told is null || one.Told with { Prints = other.Told!.Prints } == other.Told)
        && one.Remarks.SequenceEqual(other.Remarks)
        && one.Defects.SequenceEqual(other.Defects)
        && IsSame(one.Instruction, other.Instruction)
        && IsSame(one.Preparation, other.Preparation)
        && one with { Preparation = other.Preparation, Told = other.Told, Defects = other.Defects, Remarks = other.Remarks, Instruction = other.Instruction, Lines = other.Lines, Warned = other.Warned, Journal = other.Journal, Packaging = other.Packaging, Earlier = other.Earlier } == other;

    private static bool IsSame(Preparation? one, Preparation? other) => one is null || other is null
        ? one == other
        : one.Steps.SequenceEqual(other.Steps) && one.Ticked.SequenceEqual(other.Ticked) && one with { Steps = other.Steps, Ticked = other.Ticked } == other;

    private static bool IsSame(Instruction? one, Instruction? other) =>
        one is null || other is null ? one == other
        : InstructionPolicy.SaysTheSame(one, other) && (one.Cancel?.Parts ?? []).SequenceEqual(other.Cancel?.Parts ?? []) && (one.Ship?.Beside ?? []).SequenceEqual(other.Ship?.Beside ?? []) && one with { Ship = other.Ship, Cancel = other.Cancel } == other;
}
