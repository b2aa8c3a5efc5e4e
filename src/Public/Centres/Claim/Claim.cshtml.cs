using System.Net.Mail;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Public.Centres.Report;
using Amparo.Public.Centres.Show;
using Amparo.Public.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Centres.Claim;

/// <summary>Whoever works at a centre asks to keep its entry. The office makes sure twice before anybody gets a link.</summary>
[Public("public.claim")]
internal sealed class ClaimModel(IInbox inbox, SendLimits limits) : PlacePage
{
    public const int LongestName = 80, LongestOrganisation = 300, LongestEmail = 200, LongestWords = 1000;

    public string Key { get; private set; } = "";
    public string Organisation { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string Words { get; private set; } = "";
    public string? WrongKey { get; private set; }
    public bool IsSent { get; private set; }

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
        (Key, Organisation, Name, Email, Words) = (form["key"], form.Words("organisation"), form.Words("name"), form.Words("email"), form.Words("words"));
        if (!Receipt.IsKey(Key)) return Again("public.form.not_ours", StatusCodes.Status400BadRequest);
        if (Organisation.Length is < 2 or > LongestOrganisation || Name.Length is < 2 or > LongestName || Words.Length > LongestWords || !IsMail) return Again("public.claim.incomplete", StatusCodes.Status400BadRequest);
        if (!limits.MaySend(HttpContext)) return Again("public.form.too_many", StatusCodes.Status429TooManyRequests);
        try
        {
            await inbox.Put(PlaceClaim.Kind, Key, JsonSerializer.Serialize(new PlaceClaim(Place.Id, Organisation, Name, Email, Lang, Words.Length == 0 ? null : Words), CompactJson.Options), stop);
        }
        catch (InboxConflict)
        {
            Key = "";
            return Again("public.form.conflict", StatusCodes.Status409Conflict);
        }
        catch (InboxCannotKeep)
        {
            return Again("public.hub.cannot_keep", StatusCodes.Status503ServiceUnavailable);
        }
        IsSent = true;
        return Page();
    }

    private bool IsMail => Email.Length <= LongestEmail && MailAddress.TryCreate(Email, out var address) && address.Address == Email;

    // What was written stays in the form; only a key that cannot be used again is a new one.
    private IActionResult Again(string wrong, int status)
    {
        (WrongKey, Key) = (wrong, Receipt.IsKey(Key) ? Key : Receipt.NewKey());
        return Refused(status);
    }
}
