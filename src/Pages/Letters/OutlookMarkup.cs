using Microsoft.AspNetCore.Components;

namespace ShipBy.Pages.Letters;

/// <summary>What only Outlook for Windows reads: its engine knows no <c>max-width</c>, and without a table of a fixed width a letter would be as wide as the window.</summary>
/// <remarks>A component leaves comments out, so that they are given as markup.</remarks>
public static class OutlookMarkup
{
    public static MarkupString BeforeCard { get; } = new("<!--[if mso]><table role=\"presentation\" width=\"600\" align=\"center\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td><![endif]-->");

    public static MarkupString AfterCard { get; } = new("<!--[if mso]></td></tr></table><![endif]-->");
}
