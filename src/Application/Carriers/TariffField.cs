namespace ShipBy.Application.Carriers;

/// <summary>What a row of the carrier table has, as forms and files have it: one text each.</summary>
public enum TariffField
{
    Name,
    Code,
    Countries,
    PostalCodes,
    Places,
    UpTo,
    Price,
    Currency,
    Days,
    PickUps,
    Contact,
    Emergency,
    Shutdowns,
    Rule,
}
