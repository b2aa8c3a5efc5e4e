using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Reporting;
using Microsoft.Extensions.Options;

namespace Amparo.Places.Asking;

/// <summary>Takes what a place says of itself: all true, something changed, or closed.</summary>
internal sealed class Answers(Database db, CurrentUser user, AskLinks links, IOptions<PlacesSettings> settings, TimeProvider clock) : IPlaceAnswers
{
    public const string Act = "places.answer";

    public async Task<AskedPlace> Open(string link, CancellationToken stop)
    {
        var (state, ask, _) = await Find(link, stop);
        return new(state, state is LinkState.Open ? ask!.PlaceId : null);
    }

    public async Task<AskedPlace> Answer(string link, PlaceAnswer answer, CancellationToken stop)
    {
        var (state, ask, place) = await Find(link, stop);
        if (state is not LinkState.Open) return new(state, null);
        user.Act = Act;
        Take(ask!, place!, answer.What, answer.Words, answer.CodeHash);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Answered at the same moment, or the entry was changed under it: what is there now says which.
            db.ChangeTracker.Clear();
            (state, ask, place) = await Find(link, stop);
            if (state is not LinkState.Open) return new(state, null);
            Take(ask!, place!, answer.What, answer.Words, answer.CodeHash);
            await db.SaveChangesAsync(stop);
        }
        return new(LinkState.Open, place!.Id);
    }

    /// <summary>Changes the entry as the answer says; saved by the caller.</summary>
    public void Take(Ask ask, Place place, string what, string? words, string codeHash)
    {
        var now = clock.GetUtcNow();
        ask.Take(what, now);
        if (what == PlaceAnswers.AllTrue)
        {
            place.Assure(Assurers.PlaceItself, AssuranceMeans.Message, now);
            return;
        }
        var isClosed = what == PlaceAnswers.Closed;
        RuleBroken.Unless(isClosed || what == PlaceAnswers.Changed, "places.ask.unknown_answer");
        // "Closed" by a message is a doubt and no more: somebody calls back before a door is taken off the map.
        if (isClosed) place.Doubt(now);
        db.Add(ProblemReport.From(new(place.Id, isClosed ? ProblemReport.SaysClosed : ProblemReport.SaysChanged, string.IsNullOrWhiteSpace(words) ? null : words.Trim(), codeHash), now, now));
    }

    private async Task<(LinkState State, Ask? Ask, Place? Place)> Find(string link, CancellationToken stop)
    {
        if (AskLinks.IdIn(link) is not { } id || await db.Set<Ask>().SingleOrDefaultAsync(a => a.Id == id, stop) is not { } ask || !links.IsRight(ask, link)) return (LinkState.Altered, null, null);
        if (ask.AnsweredAt is not null) return (LinkState.Used, ask, null);
        var now = clock.GetUtcNow();
        if (!ask.IsOpen(now) || await db.Set<Place>().SingleOrDefaultAsync(p => p.Id == ask.PlaceId, stop) is not { } place || !Asked.Of(place).IsAsked(settings.Value, await Asked.Hidden(db, now, stop), now)) return (LinkState.Over, ask, null);
        return (LinkState.Open, ask, place);
    }
}
