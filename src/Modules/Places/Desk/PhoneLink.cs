using Microsoft.AspNetCore.Html;

namespace Amparo.Places.Desk;

/// <summary>A telephone number as officers see it. An invented one is never a link: somebody would call a stranger.</summary>
internal static class PhoneLink
{
    public static IHtmlContent Of(string number, bool isDemonstration) => isDemonstration
        ? new HtmlContentBuilder(3).AppendHtml("<span class=\"phone\">").Append(number).AppendHtml("</span>")
        : new HtmlContentBuilder(5).AppendHtml("<a class=\"phone\" href=\"tel:").Append(number.Replace(" ", "", StringComparison.Ordinal)).AppendHtml("\">").Append(number).AppendHtml("</a>");
}
