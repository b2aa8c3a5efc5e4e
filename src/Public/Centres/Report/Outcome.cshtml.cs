using System.Text;
using Amparo.Contracts.Safeguarding;
using Amparo.Public.Layout;
using Amparo.Public.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Public.Centres.Report;

/// <summary>
/// What became of a report or a complaint, for whoever holds its code. A code that nobody gave out reads like one that just came
/// in. The code of a complaint is posted and stands in no address: it opens what was answered.
/// </summary>
[Public("public.receipt")]
internal sealed class OutcomeModel(SendLimits limits, PaperCodes? codes = null) : PublicPage
{
    private static readonly string[] Told = ["received", "checked", "changed"];

    public string Typed { get; private set; } = "";
    public string? Outcome { get; private set; }
    public DateOnly? On { get; private set; }
    public bool IsComplaint { get; private set; }

    /// <summary>What opens a code of a complaint is a secret of the server, and no hub's copy has it.</summary>
    public bool IsElsewhere { get; private set; }
    public IReadOnlyList<string> Answers { get; private set; } = [];
    public bool MayWrite { get; private set; }
    public string Key { get; } = Receipt.NewKey();
    public string? WrongKey { get; private set; }

    public override string TitleKey => "public.title.form";

    // A code is nobody's business but the holder's: it is not carried into other languages' links.
    public override string PathIn(string language) => $"/{language}/report";

    public IActionResult OnGet()
    {
        (Facts.IsForOneReader, Facts.HasForm) = (true, true);
        Typed = Request.Query["code"].FirstOrDefault() ?? "";
        if (Typed.Length == 0) return Page();
        if (Receipt.Read(Typed) is not { } code) return Wrong("public.receipt.wrong", StatusCodes.Status400BadRequest);
        if (!Receipt.IsLong(code)) Report(code);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        (Facts.IsForOneReader, Facts.HasForm) = (true, true);
        Typed = (await SentForm.Read(Request, stop))["code"];
        if (Receipt.Read(Typed) is not { } code) return Wrong("public.receipt.wrong", StatusCodes.Status400BadRequest);
        // To open a code is work for this server, and whoever tries codes tries many.
        if (!limits.MaySend(HttpContext)) return Wrong("public.form.too_many", StatusCodes.Status429TooManyRequests);
        if (!Receipt.IsLong(code) && (codes is null || Edition.Outcome(Receipt.HashOf(code)) is not null)) Report(code);
        else if (codes is null) IsElsewhere = true;
        else Complaint(codes.Of(SealedReply.Purpose, code), Receipt.IsLong(code));
        return Page();
    }

    private void Report(string code)
    {
        var known = Edition.Outcome(Receipt.HashOf(code));
        (Outcome, On) = (known is not null && Told.Contains(known.Outcome) ? known.Outcome : "received", known?.On);
    }

    private void Complaint(CodeSecrets secrets, bool isLong)
    {
        var reply = Edition.Reply(secrets.Name);
        // Of an earlier version's code nobody knows of which kind it is until somebody has looked at it.
        IsComplaint = isLong || reply is not null;
        (Outcome, On, MayWrite) = (reply is not null && Told.Contains(reply.State) ? reply.State : "received", reply?.On, IsComplaint && reply?.MayWrite is not false);
        Answers = [.. (reply?.Answers ?? []).Select(a => SecretBox.Open(secrets.Key, $"{SealedReply.Bound}|{secrets.Name}|{a.Number}", a.Box)).OfType<byte[]>().Select(Encoding.UTF8.GetString)];
    }

    private PageResult Wrong(string key, int status)
    {
        (WrongKey, Typed) = (key, Typed.Length > 40 ? "" : Typed);
        return Refused(status);
    }
}
