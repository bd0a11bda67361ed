using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon;

/// <summary>What was said of a posting by calls that only this marketplace has. It follows from the journal, and so outlives the process.</summary>
internal sealed class OzonExtras
{
    public const string PiecesSet = "pieces_set";
    public const string PartCancelled = "part_cancelled";
    public const string CancelGranted = "cancel_granted";
    public const string CancelRejected = "cancel_rejected";

    /// <value>What was said of each piece last, by its number; empty before.</value>
    public Dictionary<long, JsonObject> Pieces { get; } = [];

    /// <value>When the check of it ends; null before anything was said.</value>
    public DateTimeOffset? PiecesCheckedAt { get; private set; }

    public int TimesPiecesSet { get; private set; }

    /// <value>How often a part of it was cancelled.</value>
    public int TimesPartCancelled { get; private set; }

    public DateTimeOffset? CancelGrantedAt { get; private set; }

    public bool IsCancelRejected { get; private set; }

    public void Apply(OrderTrack order, JournalEntry entry)
    {
        switch (entry.Kind)
        {
            case PiecesSet:
                Pieces.Clear();
                foreach (var piece in entry.Data["pieces"]!.AsArray())
                {
                    Pieces[piece!["exemplar_id"]!.GetValue<long>()] = piece.AsObject();
                }

                (PiecesCheckedAt, TimesPiecesSet) = (entry.Data["done_at"]!.GetValue<DateTimeOffset>(), TimesPiecesSet + 1);
                break;
            case PartCancelled:
                TimesPartCancelled++;
                foreach (var item in entry.Data["items"]!.AsArray())
                {
                    order.TakeOff(item!["sku"]!.GetValue<long>(), item["quantity"]!.GetValue<int>());
                }

                break;
            case CancelGranted:
                CancelGrantedAt = entry.At;
                break;
            case CancelRejected:
                IsCancelRejected = true;
                break;
            default:
                break;
        }
    }
}
