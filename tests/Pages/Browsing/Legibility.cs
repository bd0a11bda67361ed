namespace ShipBy.Pages.Tests.Browsing;

/// <summary>What a browser says of the colours that a page has in the end.</summary>
internal static class Legibility
{
    /// <summary>Texts whose contrast with what is behind them is below 4.5 to 1, which WCAG 2.2 asks for (success criterion 1.4.3), with the contrast.</summary>
    public const string HardToRead = """
        () => {
          const parse = text => { const n = text.match(/[\d.]+/g).map(Number); return { r: n[0], g: n[1], b: n[2], a: n.length > 3 ? n[3] : 1 }; };
          const channel = c => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
          const luminance = c => 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b);
          const behind = element => { for (let e = element; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.a > 0) return c; } return { r: 255, g: 255, b: 255 }; };
          const bad = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const element = node.parentElement;
            if (!node.data.trim() || element.offsetParent === null) continue;
            const [one, two] = [luminance(parse(getComputedStyle(element).color)), luminance(behind(element))].sort((a, b) => b - a);
            const contrast = (one + 0.05) / (two + 0.05);
            if (contrast < 4.5) bad.push(`${contrast.toFixed(2)}: ${node.data.trim().slice(0, 60)}`);
          }
          return bad;
        }
        """;
}
