using System.Globalization;
using Amparo.Contracts.Places;
using Amparo.Public.Centres.Report;
using Amparo.Public.Centres.Show;
using Amparo.Public.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Public.Asking;

/// <summary>
/// "Is all of this still true?" It shows what the edition holds of the place and nothing more: whoever finds the link on a
/// shared telephone learns of a hidden one not even what it is. Only the buttons change something.
/// </summary>
[Public("public.answer")]
internal sealed class AskModel(SendLimits limits, IPlaceAnswers? answers = null) : PlacePage
{
    public string Key { get; private set; } = "";
    public string Words { get; private set; } = "";
    public string? WrongKey { get; private set; }

    /// <summary>Why there is nothing to answer.</summary>
    public string? StateKey { get; private set; }
    public string? Answered { get; private set; }
    public string? Code { get; private set; }
    public bool IsShown { get; private set; }

    /// <summary>On a hub's copy nobody can tell what a link is good for.</summary>
    public bool IsElsewhere => answers is null;

    /// <summary>Which state of the entry the person looked at; empty where it is not shown.</summary>
    public string Seen => IsShown ? Place.ModifiedAt.UtcTicks.ToString(CultureInfo.InvariantCulture) : "";

    public override string TitleKey => "public.title.form";
    public override string Path => PathIn(Lang);
    public override string PathIn(string language) => $"/{language}/ask/{Link}";

    private string Link => (string)RouteData.Values["link"]!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        (Facts.IsForOneReader, Facts.HasForm) = (true, true);
        Key = Receipt.NewKey();
        if (answers is null) return Refused(StatusCodes.Status503ServiceUnavailable);
        return Shown(await answers.Open(Link, stop)) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        (Facts.IsForOneReader, Facts.HasForm) = (true, true);
        if (answers is null) return Refused(StatusCodes.Status503ServiceUnavailable);
        var form = await SentForm.Read(Request, stop);
        (Key, Words) = (form["key"], form.Words("words"));
        if (Shown(await answers.Open(Link, stop)) is { } closed) return closed;
        var answer = form["answer"];
        if (!Receipt.IsKey(Key)) return Again("public.form.not_ours", StatusCodes.Status400BadRequest);
        if (!PlaceAnswers.All.Contains(answer)) return Again("public.ask.choose", StatusCodes.Status400BadRequest);
        if (Words.Length > ReportModel.LongestWords) return Again("public.report.too_long", StatusCodes.Status400BadRequest);
        // "All true" is said of what was seen, and not of what somebody wrote in the meantime.
        if (answer == PlaceAnswers.AllTrue && form["seen"] != Seen) return Again("public.ask.meanwhile", StatusCodes.Status409Conflict);
        if (!limits.MaySend(HttpContext)) return Again("public.form.too_many", StatusCodes.Status429TooManyRequests);

        var code = Receipt.CodeOf(Key);
        if (Shown(await answers.Answer(Link, new(answer, answer == PlaceAnswers.AllTrue ? null : Words, Receipt.HashOf(code)), stop)) is { } meanwhile) return meanwhile;
        (Answered, Code) = (answer, answer == PlaceAnswers.AllTrue ? null : Receipt.Printed(code));
        return Page();
    }

    private PageResult? Shown(AskedPlace asked)
    {
        if (asked.State is LinkState.Open)
        {
            IsShown = asked.Place is { } id && Found(Edition.ById(id));
            return null;
        }
        StateKey = "public.ask.state." + (asked.State switch { LinkState.Used => "used", LinkState.Over => "over", _ => "altered" });
        return Refused(asked.State is LinkState.Altered ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone);
    }

    private PageResult Again(string wrong, int status)
    {
        (WrongKey, Key) = (wrong, Receipt.IsKey(Key) ? Key : Receipt.NewKey());
        return Refused(status);
    }
}
