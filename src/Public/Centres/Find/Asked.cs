using System.Globalization;
using System.Text;
using Amparo.Contracts.Places;
using Amparo.Public.Layout;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Centres.Find;

/// <summary>What the address of a list asks for. What cannot be used is named, so that the page can say it and keep the rest.</summary>
internal sealed record Asked
{
    public const int LongestText = 200;
    public const int LastPage = 500;
    private const int MostChoices = 12;

    public string Text { get; init; } = "";
    public IReadOnlyList<string> Kinds { get; init; } = [];
    public IReadOnlyList<string> For { get; init; } = [];
    public string? Country { get; init; }

    /// <summary>As it was typed; read by <see cref="NearWhat"/>.</summary>
    public string Near { get; init; } = "";
    public bool OpenNow { get; init; }
    public bool AsksNoPapers { get; init; }
    public int Page { get; init; } = 1;

    /// <summary>Keys of what is wrong, in the order of the form.</summary>
    public IReadOnlyList<string> Wrong { get; init; } = [];

    public bool IsPersonal => Text.Length > 0 || Near.Length > 0;

    public static Asked From(IQueryCollection query)
    {
        var wrong = new List<string>();
        var asked = new Asked
        {
            Text = Words(query["q"], "public.wrong.text", wrong),
            Kinds = Codes(query["kind"], PlaceKinds.All, "public.wrong.kind", wrong),
            For = Codes(query["for"], Populations.All, "public.wrong.for", wrong),
            Country = One(query["country"], Countries.Region, "public.wrong.country", wrong),
            Near = Words(query["near"], "public.wrong.near", wrong),
            OpenNow = One(query["open"], ["now"], "public.wrong.choice", wrong) is not null,
            AsksNoPapers = One(query["papers"], ["no"], "public.wrong.choice", wrong) is not null,
        };
        var page = First(query["page"]);
        if (page.Length > 0 && !(int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LastPage))
            wrong.Add("public.wrong.page");
        else if (page.Length > 0) asked = asked with { Page = int.Parse(page, CultureInfo.InvariantCulture) };
        return asked with { Wrong = wrong };
    }

    /// <summary>The address of the same question, in one spelling; asked of the list, or of what draws it.</summary>
    public string PathIn(string language, string of = "centres")
    {
        var path = new StringBuilder($"/{language}/{of}");
        var mark = '?';
        void Add(string name, string value)
        {
            path.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            mark = '&';
        }
        if (Text.Length > 0) Add("q", Text);
        foreach (var kind in Kinds) Add("kind", kind);
        foreach (var population in For) Add("for", population);
        if (Country is not null) Add("country", Country);
        if (Near.Length > 0) Add("near", Near);
        if (OpenNow) Add("open", "now");
        if (AsksNoPapers) Add("papers", "no");
        if (Page > 1) Add("page", Page.ToString(CultureInfo.InvariantCulture));
        return path.ToString();
    }

    private static string First(Microsoft.Extensions.Primitives.StringValues values) => values.FirstOrDefault(v => !string.IsNullOrWhiteSpace(v))?.Trim() ?? "";

    private static string Words(Microsoft.Extensions.Primitives.StringValues values, string key, List<string> wrong)
    {
        var text = First(values);
        var clean = string.Concat(text.EnumerateRunes().Where(r => !Rune.IsControl(r) && r != Rune.ReplacementChar).Take(LongestText).Select(r => r.ToString()));
        if (clean != text) wrong.Add(key);
        return clean;
    }

    private static string[] Codes(Microsoft.Extensions.Primitives.StringValues values, IReadOnlyList<string> known, string key, List<string> wrong)
    {
        string[] said = [.. values.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!.Trim()).Distinct().Take(MostChoices + 1)];
        if (said.Length > MostChoices || said.Any(v => !known.Contains(v))) wrong.Add(key);
        return [.. said.Where(known.Contains).Take(MostChoices)];
    }

    private static string? One(Microsoft.Extensions.Primitives.StringValues values, IReadOnlyList<string> known, string key, List<string> wrong)
    {
        var said = First(values);
        if (said.Length == 0) return null;
        if (known.Contains(said)) return said;
        if (!wrong.Contains(key)) wrong.Add(key);
        return null;
    }
}
