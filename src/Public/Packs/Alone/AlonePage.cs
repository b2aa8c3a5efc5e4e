using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Amparo.Public.Centres.Show;
using Amparo.Public.Layout;
using Amparo.Public.Serving;
using Amparo.Publication;

namespace Amparo.Public.Packs;

/// <summary>
/// A pack as one page for a memory card, Bluetooth or a message: it opens from the file system, asks for nothing and lists all
/// without script. It is made of the pack and of nothing else, so that a check can make it again and compare. It cannot erase
/// itself, so it holds no address that a phone must forget after seven days, and says nothing that is true for an hour.
/// </summary>
internal static partial class AlonePage
{
    private const string Begin = "<script type=\"application/octet-stream\" id=\"pack\">", End = "</script>";
    private static readonly string Script = Read();

    public static byte[] Write(Pack pack, ReadOnlyMemory<byte> file, Words w)
    {
        var (manifest, dates, html) = (pack.Manifest, new ReaderDates(w), new StringBuilder(1 << 16));
        string Text(string key) => WebUtility.HtmlEncode(w[key]);
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{manifest.Language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'; style-src {Assets.StyleHash}; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))}'\">")
            .Append(CultureInfo.InvariantCulture, $"<meta name=\"referrer\" content=\"no-referrer\"><title>{Text("public.title.page")}</title><style>{Assets.StyleText}</style></head>")
            .Append(CultureInfo.InvariantCulture, $"<body data-until=\"{manifest.ExpiresAt.ToUnixTimeMilliseconds()}\"><main class=\"wrap\">")
            .Append(CultureInfo.InvariantCulture, $"<p><strong>{WebUtility.HtmlEncode(w.Say("public.pack.alone.first", ("when", dates.Day(DayOf(manifest.MadeAt))), ("until", dates.Day(DayOf(manifest.ExpiresAt)))))}</strong></p>")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"note stop\" id=\"over\" hidden>{Text("public.pack.alone.over")}</p>");
        if (manifest.IsDemonstration) html.Append(CultureInfo.InvariantCulture, $"<p class=\"note warn\">{Text("public.demonstration")}</p>");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{WebUtility.HtmlEncode(string.Join(" · ", manifest.Countries.Select(c => Countries.NameOf(w, c))))}</h1>").Append(Careful("public.asylum.always", w))
            .Append(CultureInfo.InvariantCulture, $"<p id=\"find\" hidden><label>{Text("public.pack.alone.search")} <input autocomplete=\"off\"></label></p>");
        foreach (var numbers in pack.Lines(PackParts.Numbers)) html.Append(Offline(numbers[1]));
        Towns(html, pack, w, dates);
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"meta\">{Text("public.pack.pass_on")} {Text("public.pack.searched")}</p><p class=\"meta\">{Text("public.attribution")} GeoNames (CC BY 4.0)</p>")
            .Append(pack.Lines(PackParts.Words).Single(l => l[0] == "icons")[1]).Append("</main>")
            .Append(Begin).Append(Convert.ToBase64String(file.Span)).Append(End).Append(CultureInfo.InvariantCulture, $"<script>{Script}</script></body></html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    /// <summary>The signed file inside such a page; null where there is none.</summary>
    public static byte[]? FileIn(string page)
    {
        var from = page.LastIndexOf(Begin, StringComparison.Ordinal);
        var to = from < 0 ? -1 : page.IndexOf(End, from, StringComparison.Ordinal);
        if (to < 0) return null;
        var said = page.AsSpan(from + Begin.Length, to - from - Begin.Length);
        var bytes = new byte[said.Length];
        return Convert.TryFromBase64Chars(said, bytes, out var length) ? bytes[..length] : null;
    }

    private static void Towns(StringBuilder html, Pack pack, Words w, ReaderDates dates)
    {
        var entries = pack.Lines(PackParts.Centres).Zip(pack.Lines(PackParts.Live), (centre, live) => (Centre: centre, Live: live));
        var towns = entries.GroupBy(e => e.Live[^1]).OrderBy(g => g.Key.Length == 0).ThenBy(g => g.Key, StringComparer.Create(w.Culture, CompareOptions.IgnoreNonSpace)).ToList();
        string Named(string town) => WebUtility.HtmlEncode(town.Length > 0 ? town : w["public.pack.alone.without_town"]);
        html.Append(CultureInfo.InvariantCulture, $"<h2>{WebUtility.HtmlEncode(w["public.pack.alone.places"])}</h2><p class=\"chips\">");
        for (var i = 0; i < towns.Count; i++) html.Append(CultureInfo.InvariantCulture, $"<a class=\"chip\" href=\"#t{i}\">{Named(towns[i].Key)}</a> ");
        html.Append("</p>");
        for (var i = 0; i < towns.Count; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<section class=\"town\" id=\"t{i}\"><h2>{Named(towns[i].Key)}</h2>");
            foreach (var (centre, live) in towns[i]) Entry(html, centre, live, w, dates);
            html.Append("</section>");
        }
    }

    private static void Entry(StringBuilder html, string[] centre, string[] live, Words w, ReaderDates dates)
    {
        var assured = live[2].Length == 0 ? null : dates.Day(DayOf(DateTimeOffset.UnixEpoch.AddMinutes(long.Parse(live[2], CultureInfo.InvariantCulture))));
        var trust = assured is null ? w["public.trust.never"] : w.Say("public.show.assured_on", ("day", assured));
        var said = new StateWords(WebUtility.HtmlEncode(w["public.state.call_first"]), "", WebUtility.HtmlEncode(trust), assured is null);
        var page = Slots.Fill(centre[3], "", "", said, assured ?? "");
        html.Append(CultureInfo.InvariantCulture, $"<details class=\"card\"><summary><strong>{centre[0]}</strong> · {WebUtility.HtmlEncode(w[$"places.kind.{live[0]}"])}</summary>").Append(Offline(page)).Append("</details>");
    }

    /// <summary>Without what leads to a server that is not there.</summary>
    private static string Offline(string html) => OwnLink().Replace(NeedsServer().Replace(html, ""), "<span>$1</span>").Replace("<h1>", "<h3>", StringComparison.Ordinal).Replace("</h1>", "</h3>", StringComparison.Ordinal);

    private static string Careful(string key, Words w) =>
        $"<div class=\"note\"><p>{WebUtility.HtmlEncode(w[key])}</p>{(w.SpanishBeside(key) is { } spanish ? $"<p class=\"beside\" lang=\"es\">{WebUtility.HtmlEncode(spanish)}</p>" : "")}</div>";

    private static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    private static string Read()
    {
        using var stream = new StreamReader(typeof(AlonePage).Assembly.GetManifestResourceStream("Packs.alone.js")!);
        return stream.ReadToEnd().Trim();
    }

    [GeneratedRegex("<p class=\"(?:meta )?noprint\">.*?</p>|<div class=\"acts noprint\">.*?</div>|<div class=\"note noprint\">.*?</div>")]
    private static partial Regex NeedsServer();

    [GeneratedRegex("<a [^>]*href=\"/[^\"]*\"[^>]*>(.*?)</a>")]
    private static partial Regex OwnLink();
}
