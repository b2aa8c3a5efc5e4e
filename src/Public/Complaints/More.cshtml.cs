using Amparo.Contracts.Safeguarding;
using Amparo.Public.Centres.Report;
using Amparo.Public.Layout;
using Amparo.Public.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Complaints;

/// <summary>Whoever holds the code of a complaint writes back under it, without an account.</summary>
[Public("public.complaint_more")]
internal sealed class MoreModel(IComplaints complaints, SendLimits limits) : PublicPage
{
    public string Key { get; private set; } = "";
    public string Typed { get; private set; } = "";
    public string Words { get; private set; } = "";
    public string? WrongKey { get; private set; }
    public bool IsSent { get; private set; }

    public override string TitleKey => "public.title.form";
    public override string PathIn(string language) => $"/{language}/report";

    public IActionResult OnGet() => Redirect($"/{Lang}/report");

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        (Facts.IsForOneReader, Facts.HasForm) = (true, true);
        var form = await SentForm.Read(Request, stop);
        (Key, Typed, Words) = (form["key"], form["code"], form.Words("words"));
        if (!Receipt.IsKey(Key) || Receipt.Read(Typed) is not { } code) return Again("public.form.not_ours", StatusCodes.Status400BadRequest);
        if (Words.Length == 0) return Again("public.complaint.empty", StatusCodes.Status400BadRequest);
        if (Words.Length > ComplaintLimits.LongestBack) return Again("public.complaint.too_long", StatusCodes.Status400BadRequest);
        if (!limits.MaySend(HttpContext)) return Again("public.form.too_many", StatusCodes.Status429TooManyRequests);
        try
        {
            if (!await complaints.WriteBack(code, Key, Words, stop)) return Again("public.answer.closed", StatusCodes.Status409Conflict);
        }
        catch (InboxConflict)
        {
            return Again("public.form.conflict", StatusCodes.Status409Conflict, Receipt.NewKey());
        }
        catch (InboxCannotKeep)
        {
            return Again("public.hub.elsewhere", StatusCodes.Status503ServiceUnavailable);
        }
        IsSent = true;
        return Page();
    }

    private IActionResult Again(string wrong, int status, string? key = null)
    {
        (WrongKey, Key, Typed) = (wrong, key ?? (Receipt.IsKey(Key) ? Key : Receipt.NewKey()), Typed.Length > 40 ? "" : Typed);
        return Refused(status);
    }
}
