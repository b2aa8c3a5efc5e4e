using System.Net;
using Microsoft.Extensions.Configuration;

namespace Amparo.Kernel;

/// <summary>Makes mail of texts: <c>KEY.subject</c> and <c>KEY.text</c>, in the reader's language, as text and as HTML.</summary>
public sealed class Letters(Texts texts, IConfiguration configuration)
{
    /// <summary>Where links begin: the setting <c>Amparo:PublicUrl</c>, never what a request said of itself.</summary>
    public string Site => configuration["Amparo:PublicUrl"] is { Length: > 0 } url ? url.TrimEnd('/') : "http://localhost:5080";

    /// <param name="path">Where its one link leads, beginning with a slash.</param>
    public Mail Write(string to, string language, string key, string path)
    {
        var words = texts.In(language);
        var link = Site + path;
        string[] paragraphs = [.. words[key + ".text"].Split('\n'), words.Say("console.mail.speak_up", ("address", SpeakUp.In(Site, language)))];
        var html = string.Concat(paragraphs.Select(p => $"<p>{WebUtility.HtmlEncode(p).Replace("{link}", $"<a href=\"{WebUtility.HtmlEncode(link)}\">{WebUtility.HtmlEncode(link)}</a>", StringComparison.Ordinal)}</p>"));
        return new(to, words[key + ".subject"], string.Join("\n\n", paragraphs).Replace("{link}", link, StringComparison.Ordinal) + "\n",
            $"<!doctype html><html lang=\"{language}\"><meta charset=\"utf-8\"><title>Amparo</title><body>{html}</body></html>");
    }
}
