using System.Text.Json;
using Amparo.Public.Centres.Report;
using Amparo.Public.Layout;
using Amparo.Public.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Complaints;

/// <summary>
/// A worker treated somebody badly or asked for something in return. It goes to a safeguarding person outside the chain,
/// asks for no name, and is answered under a code.
/// </summary>
[Public("public.complaint")]
internal sealed class ComplaintModel(IInbox inbox, SendLimits limits) : PublicPage
{
    public const int LongestWords = 3000;
    public const int LongestWhere = 300;

    public string Key { get; private set; } = "";
    public string Words { get; private set; } = "";
    public string Where { get; private set; } = "";
    public string? WrongKey { get; private set; }
    public string? Code { get; private set; }

    public override string TitleKey => "public.title.form";
    public override string PathIn(string language) => $"/{language}/complaint";

    public void OnGet()
    {
        (Facts.IsForOneReader, Facts.HasForm) = (true, true);
        Key = Receipt.NewKey();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        (Facts.IsForOneReader, Facts.HasForm) = (true, true);
        var form = await SentForm.Read(Request, stop);
        (Key, Words, Where) = (form["key"], form.Words("words"), form.Words("where"));
        if (!Receipt.IsKey(Key)) return Again("public.form.not_ours", StatusCodes.Status400BadRequest);
        if (Words.Length == 0) return Again("public.complaint.empty", StatusCodes.Status400BadRequest, Key);
        if (Words.Length > LongestWords || Where.Length > LongestWhere) return Again("public.complaint.too_long", StatusCodes.Status400BadRequest, Key);
        if (!limits.MaySend(HttpContext)) return Again("public.form.too_many", StatusCodes.Status429TooManyRequests, Key);

        var code = Receipt.CodeOf(Key);
        try
        {
            await inbox.Put("protection.complaint", Key, JsonSerializer.Serialize(new { words = Words, where = Where, language = Lang, codeHash = Receipt.HashOf(code) }), stop);
        }
        catch (InboxConflict)
        {
            return Again("public.form.conflict", StatusCodes.Status409Conflict);
        }
        Code = Receipt.Printed(code);
        return Page();
    }

    public bool AreWordsWrong => WrongKey is "public.complaint.empty" or "public.complaint.too_long";

    private IActionResult Again(string wrong, int status, string? key = null)
    {
        (WrongKey, Key) = (wrong, key ?? Receipt.NewKey());
        return Refused(status);
    }
}
