using Amparo.Contracts;
using Amparo.Contracts.Places;
using Amparo.Contracts.Safeguarding;
using Amparo.Public.Centres.Report;
using Amparo.Public.Centres.Show;
using Amparo.Public.Layout;
using Amparo.Public.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Complaints;

/// <summary>
/// A worker treated somebody badly or asked for something in return. It goes to a safeguarding person outside the chain, asks
/// for no name, and is answered under a code. Which page it was opened from comes with the post: no address tells it later.
/// </summary>
[Public("public.complaint")]
internal sealed class ComplaintModel(IComplaints complaints, SendLimits limits) : PublicPage
{
    public string Key { get; private set; } = "";
    public string Words { get; private set; } = "";
    public string Where { get; private set; } = "";
    public string Country { get; private set; } = "";
    public bool IsAboutReader { get; private set; }
    public PublicPlace? Place { get; private set; }
    public string? WrongKey { get; private set; }
    public string? Code { get; private set; }

    public override string TitleKey => "public.title.form";
    public override string PathIn(string language) => $"/{language}/complaint";
    public override string? ComplaintAbout => Place?.Slug;

    public void OnGet()
    {
        (Facts.IsForOneReader, Facts.HasForm) = (true, true);
        Key = Receipt.NewKey();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        (Facts.IsForOneReader, Facts.HasForm) = (true, true);
        var form = await SentForm.Read(Request, stop);
        Place = form["place"] is { Length: > 0 and < 200 } slug && Edition.BySlug(slug) is { } place && !PlaceState.IsGone(place, Now) ? place : null;
        // From the foot of a place's page: the form, which knows the place without an address that says so.
        if (form["key"].Length == 0 && form["open"].Length > 0)
        {
            Key = Receipt.NewKey();
            return Page();
        }
        (Key, Words, Where, IsAboutReader) = (form["key"], form.Words("words"), form.Words("where"), form["reader"] == "yes");
        Country = RegionCountries.All.Contains(form["country"]) ? form["country"] : "";
        if (!Receipt.IsKey(Key)) return Again("public.form.not_ours", StatusCodes.Status400BadRequest);
        if (Words.Length == 0) return Again("public.complaint.empty", StatusCodes.Status400BadRequest, Key);
        if (Words.Length > ComplaintLimits.LongestWords || Where.Length > ComplaintLimits.LongestWhere) return Again("public.complaint.too_long", StatusCodes.Status400BadRequest, Key);
        if (!limits.MaySend(HttpContext)) return Again("public.form.too_many", StatusCodes.Status429TooManyRequests, Key);

        var code = Receipt.LongCodeOf(Key);
        try
        {
            await complaints.Put(new(code, Words, Where, Lang, Country.Length > 0 ? Country : Place?.Country, Place?.Id, Place?.Name, NamedOrganisations.In(Edition, Words, Where, Place, Lang, Now), IsAboutReader), Key, stop);
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

    public bool AreWordsWrong => WrongKey is "public.complaint.empty" or "public.complaint.too_long";

    private IActionResult Again(string wrong, int status, string? key = null)
    {
        (WrongKey, Key) = (wrong, key ?? Receipt.NewKey());
        return Refused(status);
    }
}
