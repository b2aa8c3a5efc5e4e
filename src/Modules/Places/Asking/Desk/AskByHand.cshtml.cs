using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Asking.Desk;

/// <summary>How a place was asked, and a link that a steward passes on by hand. Who took which link stands in the audit.</summary>
[Requires(PlacesPermissions.Assure)]
internal sealed class AskByHandModel(Database db, Addresses addresses, AskLinks links, Texts texts) : AskPage(db, addresses, PlacesPermissions.Assure)
{
    private const int Shown = 12;

    public override string TitleKey => "places.desk.ask.title";

    public IReadOnlyList<AskLine> Asks { get; private set; } = [];

    /// <summary>What to copy: words in the language of the place, and the link that this person took.</summary>
    public string? Share { get; private set; }
    public bool MaySetContact => Who.Holds(PlacesPermissions.SetAskContact);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await LoadContact(stop)) return NotFound();
        var id = Place.Id;
        Asks = await (from a in Db.Set<Ask>().AsNoTracking()
                      where a.PlaceId == id
                      join m in Db.Set<OutgoingMessage>() on a.Id equals m.Record into messages
                      from m in messages.Where(m => m.Purpose == AskRound.Purpose).DefaultIfEmpty()
                      orderby a.AskedAt descending
                      select new AskLine(a.Id, a.AskedAt, a.Channel, m == null ? null : m.State, a.Answer, a.AnsweredAt, a.EndsAt)).Take(Shown).ToListAsync(stop);
        var mine = await Db.Set<Ask>().AsNoTracking().Where(a => a.PlaceId == id && a.By == Who.Id && a.AnsweredAt == null && a.EndsAt > Now).OrderByDescending(a => a.AskedAt).FirstOrDefaultAsync(stop);
        if (mine is null) return Page();
        // Whoever has the link can answer for the place: that it was shown is on record before it is.
        await Db.Recorded(PlacesPermissions.Assure, "places_ask", mine.Id, 1, AuditOutcomes.Seen, stop);
        Share = texts.In(mine.Language).Say("public.ask.share", ("link", links.AddressOf(mine)));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadContact(stop)) return NotFound();
        RuleBroken.Unless(Place.Status == PlaceStatus.Approved, "places.ask.not_published");
        var language = Contact?.Language ?? WhomToAsk.LanguageOf(Asked.Of(Place));
        Db.Add(new Ask
        {
            PlaceId = Place.Id, Period = $"hand.{Guid.CreateVersion7():N}", Channel = Ask.ByHand, Language = language, AskedAt = Now, EndsAt = Now + Ask.Lasts, NextAt = Now + AskPeriod.Length, By = Who.Id,
        });
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}/ask?done=ask_link");
    }
}
