namespace ShipBy.Application.Desk;

/// <summary>What somebody at the desk may do. Each role may do all that the ones before it may.</summary>
public enum DeskRole
{
    /// <summary>Sees the orders, packs and ships them, counts the shelf.</summary>
    Packer,

    /// <summary>Changes what the shop stands by as well: carriers, purchases, what was counted, views, checklists.</summary>
    Owner,
}
