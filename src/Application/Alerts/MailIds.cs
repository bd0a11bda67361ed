namespace ShipBy.Application.Alerts;

/// <summary>Names mails. A class of its own, so that a replay can give the same names again.</summary>
public class MailIds
{
    public virtual Guid NewId() => Guid.NewGuid();
}
