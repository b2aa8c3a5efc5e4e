using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Amparo.Public.Centres.Share;

/// <summary>A QR code as one path, which prints sharp at any size and needs neither an image nor a style of its own.</summary>
internal static class QrPicture
{
    public static IHtmlContent Of(string link, string label)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(link, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        // The library's matrix carries the quiet zone already.
        var size = modules.Count;
        var path = new StringBuilder();
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                if (!modules[row][column]) continue;
                var length = 1;
                while (column + length < size && modules[row][column + length]) length++;
                path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h{length}v1h-{length}z");
                column += length;
            }
        }
        return new HtmlContentBuilder()
            .AppendHtml($"""<svg class="qr" viewBox="0 0 {size} {size}" role="img" aria-label=" """.TrimEnd()).Append(label).AppendHtml($"""" shape-rendering="crispEdges"><path d="{path}"/></svg>"""");
    }
}
