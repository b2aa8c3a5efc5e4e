using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Amparo.Office.Beginning;

/// <summary>A code for a telephone's camera as one path: no image, no style of its own.</summary>
internal static class QrPicture
{
    public static IHtmlContent Of(string text, string label)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        var path = new StringBuilder();
        for (var row = 0; row < size; row++)
            for (var column = 0; column < size; column++)
                if (code.ModuleMatrix[row][column]) path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
        return new HtmlContentBuilder().AppendHtml($"<svg class=\"qr\" viewBox=\"0 0 {size} {size}\" role=\"img\" aria-label=\"").Append(label).AppendHtml($"\" shape-rendering=\"crispEdges\"><path d=\"{path}\"/></svg>");
    }
}
