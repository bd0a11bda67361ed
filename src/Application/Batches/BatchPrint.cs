using System.Security.Cryptography;
using System.Text;
using ShipBy.Domain.Batches;

namespace ShipBy.Application.Batches;

/// <summary>Tells two plans apart: what a person, or a machine, has seen is what is told, or nothing is.</summary>
public static class BatchPrint
{
    public static string Of(BatchPlan plan) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        plan.Parcels.Select(parcel => $"{string.Join('|', parcel.Orders.Select(order => $"{order.Key.Shop}/{order.Key.Number}"))} {parcel.TrackingNumber}")))));
}
