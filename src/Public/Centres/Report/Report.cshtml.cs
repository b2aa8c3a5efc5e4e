using Amparo.Public.Centres.Show;
using Amparo.Public.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Centres.Report;

/// <summary>Anybody says that an entry is wrong, without an account, and takes a code away.</summary>
[Public("public.report")]
internal sealed class ReportModel(IInbox inbox, SendLimits limits) : PlacePage
{
    public const int LongestWords = 1000;

    public static IReadOnlyList<string> Problems { get; } = ["closed", "moved", "phone", "hours", "refused", "other"];

    public string Key { get; private set; } = "";
    public string What { get; private set; } = "";
    public string Words { get; private set; } = "";
    public string? WrongKey { get; private set; }
    public string? Code { get; private set; }

    public override string TitleKey => "public.title.form";

    public IActionResult OnGet()
    {
        (Facts.IsForOneReader, Facts.HasForm) = (true, true);
        Key = Receipt.NewKey();
        return ShowOrNotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        (Facts.IsForOneReader, Facts.HasForm) = (true, true);
        if (!Found()) return NotFound();
        var form = await SentForm.Read(Request, stop);
        (Key, What, Words) = (form["key"], form["what"], form.Words("words"));
        if (!Receipt.IsKey(Key)) return Again("public.form.not_ours", StatusCodes.Status400BadRequest);
        if (!Problems.Contains(What)) return Again("public.report.choose", StatusCodes.Status400BadRequest, Key);
        if (Words.Length > LongestWords) return Again("public.report.too_long", StatusCodes.Status400BadRequest, Key);
        if (!limits.MaySend(HttpContext)) return Again("public.form.too_many", StatusCodes.Status429TooManyRequests, Key);

        var code = Receipt.CodeOf(Key);
        try
        {
            await inbox.Report(new(Place.Id, What, Words, Receipt.HashOf(code)), Key, limits, HttpContext, stop);
        }
        catch (InboxConflict)
        {
            return Again("public.form.conflict", StatusCodes.Status409Conflict);
        }
        catch (InboxCannotKeep)
        {
            return Again("public.hub.cannot_keep", StatusCodes.Status503ServiceUnavailable, Key);
        }
        Code = Receipt.Printed(code);
        return Page();
    }

    public bool IsWhatWrong => WrongKey == "public.report.choose";
    public bool AreWordsWrong => WrongKey == "public.report.too_long";

    // What was written stays in the form; only a key that cannot be used again is a new one.
    private IActionResult Again(string wrong, int status, string? key = null)
    {
        (WrongKey, Key) = (wrong, key ?? Receipt.NewKey());
        return Refused(status);
    }
}
