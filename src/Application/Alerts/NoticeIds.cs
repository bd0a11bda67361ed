namespace ShipBy.Application.Alerts;

/// <summary>Names notices. A class of its own, so that a replay can give the same names again.</summary>
public class NoticeIds
{
    public virtual Guid NewId() => Guid.NewGuid();
}
