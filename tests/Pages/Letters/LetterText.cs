using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ShipBy.Application.Alerts;

namespace ShipBy.Pages.Tests.Letters;

/// <summary>A letter as a person reads it, line by line: its subject, its plain part, and the visible text of its HTML part.</summary>
internal static class LetterText
{
    private static readonly string[] Blocks = ["TD", "TH", "TR", "TABLE", "H1", "H2", "DIV", "BR"];

    public static string Of(Letter letter) => $"{letter.Subject}\n\n==== text ====\n{letter.Text}\n==== html ====\n{Visible(letter.Html)}\n".Replace('\u00A0', ' ');

    public static string Visible(string html)
    {
        var text = new StringBuilder();
        Read(new HtmlParser().ParseDocument(html).Body!, text);
        return string.Join('\n', text.ToString().Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0));
    }

    private static void Read(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IElement element)
            {
                var isBlock = Blocks.Contains(element.TagName);
                text.Append(isBlock ? "\n" : "");
                Read(child, text);
                text.Append(element is { TagName: "A" } ? $" -> {element.GetAttribute("href")}" : isBlock ? "\n" : "");
            }
            else if (child is IText words)
            {
                text.Append(words.Data.Replace('\n', ' '));
            }
        }
    }
}
