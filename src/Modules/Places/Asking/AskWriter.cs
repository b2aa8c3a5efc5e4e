using System.Net;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.Extensions.Options;

namespace Amparo.Places.Asking;

/// <summary>
/// The words of a question. An SMS names neither the place nor what it is, a letter only what stands on an open door: a telephone
/// is shared, and an operator reads along.
/// </summary>
internal sealed class AskWriter(Database db, Texts texts, AskLinks links, Addresses addresses, Letters letters, IOptions<PlacesSettings> settings, TimeProvider clock) : IMessageWriter
{
    public string Purpose => AskRound.Purpose;

    public async Task<WrittenMessage?> Write(OutgoingMessage message, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await db.Set<Ask>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == message.Record, stop) is not { } ask || !ask.IsOpen(now)) return null;
        if (await db.Set<Place>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == ask.PlaceId, stop) is not { } place) return null;
        var asked = Asked.Of(place);
        // Somebody called meanwhile, took it away, or put another number in the place of one that is not theirs.
        if (!asked.IsAsked(settings.Value, await Asked.Hidden(db, now, stop), now) || asked.Period(settings.Value, now) is null) return null;
        var given = await db.Set<AskContact>().AsNoTracking().SingleOrDefaultAsync(c => c.PlaceId == place.Id, stop);
        if (WhomToAsk.Of(asked, given, addresses) is not { } contact || addresses.HashOf(contact.Channel, contact.Address) != message.AddressHash) return null;
        var (w, link) = (texts.In(ask.Language), links.AddressOf(ask));
        return message.Channel == Channels.Sms ? new(Sms(w, place, link)) : Letter(w, place, link);
    }

    // Where the place may say it at all, and the message stays within two: a third would not leave.
    private string Sms(Words w, Place place, string link)
    {
        string With(string speakUp) => Mark(w, place, "public.ask.demonstration_sms") + w.Say("public.ask.sms", ("link", link), ("speak_up", speakUp));
        // Without https://, which telephones do not need and which costs eight letters.
        var site = letters.Site[(letters.Site.IndexOf("://", StringComparison.Ordinal) + "://".Length)..];
        var longer = With(" " + w.Say("public.ask.sms_speak_up", ("address", SpeakUp.In(site, w.Language))));
        return place.Disclosure != Disclosures.Officers && SmsLength.Of(longer).Segments <= MessageSender.MostSegments ? longer : With("");
    }

    private static WrittenMessage Letter(Words w, Place place, string link)
    {
        var name = place.Disclosure == Disclosures.Exact ? place.Name : null;
        string[] lines =
        [
            Mark(w, place, "public.demonstration"), w["public.ask.letter.hello"], name ?? "", w["public.ask.letter.what"], "{link}", w["public.ask.letter.until"],
            w["public.ask.letter.stop"], place.Disclosure == Disclosures.Officers ? "" : w["public.complaint.link"] + " " + new Uri(new(link), $"/{w.Language}/complaint"),
        ];
        lines = [.. lines.Where(l => l.Length > 0)];
        var html = string.Concat(lines.Select(l => l == "{link}" ? $"<p><a href=\"{WebUtility.HtmlEncode(link)}\">{WebUtility.HtmlEncode(link)}</a></p>" : $"<p>{WebUtility.HtmlEncode(l)}</p>"));
        return new(string.Join("\n\n", lines).Replace("{link}", link, StringComparison.Ordinal) + "\n", w["public.ask.letter.subject"],
            $"<!doctype html><html lang=\"{w.Language}\"><meta charset=\"utf-8\"><title>Amparo</title><body>{html}</body></html>");
    }

    private static string Mark(Words w, Place place, string key) => place.IsDemonstration ? w[key] : "";
}
