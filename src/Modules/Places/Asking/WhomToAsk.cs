using System.Net.Mail;
using System.Security.Cryptography;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Hiding;

namespace Amparo.Places.Asking;

/// <summary>What must be known of an entry to decide whether and whom to ask.</summary>
internal sealed record Asked(
    Guid Id, string Kind, string Country, string TimeZone, string Disclosure, string Status, DateTimeOffset? AssuredAt, DateTimeOffset? ApprovedAt, DateTimeOffset? ExpiresAt,
    bool IsLastResort, bool IsDemonstration, PlaceProfile Profile, Guid? OrganizationId, string? Admin1)
{
    public static Asked Of(Place p) =>
        new(p.Id, p.Kind, p.Country, p.TimeZone, p.Disclosure, p.Status, p.AssuredAt, p.ApprovedAt, p.ExpiresAt, p.IsLastResort, p.IsDemonstration, p.Profile, p.OrganizationId, p.Admin1);

    /// <summary>What is hidden at once at the moment: a handful at most.</summary>
    public static Task<List<MassHiding>> Hidden(Database db, DateTimeOffset now, CancellationToken stop) => db.Set<MassHiding>().AsNoTracking().Where(h => h.Until > now).ToListAsync(stop);

    /// <summary>Withdrawn, ended, hidden with its town, or silent for so long that readers no longer see it: nobody writes to it.</summary>
    /// <param name="hidden">See <see cref="Hidden"/>.</param>
    public bool IsAsked(PlacesSettings settings, IReadOnlyList<MassHiding> hidden, DateTimeOffset now)
    {
        if (Status != PlaceStatus.Approved || ExpiresAt <= now) return false;
        if (hidden.Any(h => h.OrganizationId is { } o ? OrganizationId == o && (h.Country is null || h.Country == Country) : Country == h.Country && Admin1 == h.Admin1)) return false;
        var kept = IsLastResort || Profile.IsPublicHospital || Kind == PlaceKinds.Consular;
        return Freshness.From(AssuredAt, settings.HalfLifeOf(Kind), kept).At(now) is not FreshnessState.Withdrawn;
    }

    public (string Name, DateTimeOffset Ends)? Period(PlacesSettings settings, DateTimeOffset now) =>
        AssuredAt is { } assured ? AskPeriod.Of(assured, settings.HalfLifeOf(Kind), now) : ApprovedAt is { } approved ? AskPeriod.Of(approved, TimeSpan.Zero, now) : null;
}

/// <param name="Channel">One of <see cref="Channels"/>.</param>
/// <param name="Language">One of <see cref="Languages"/>.</param>
internal sealed record Contact(string Channel, string Address, string Language);

internal static class WhomToAsk
{
    private static readonly string[] TakesSms = ["cell", "text", "whatsapp"];

    /// <summary>
    /// What the place gave for this; else what everybody can read of it, letters before SMS. Of an entry that readers do not see
    /// nothing of the profile is used: a message to a number that it never gave out for this could be read by whoever it hides from.
    /// </summary>
    public static Contact? Of(Asked place, AskContact? given, Addresses addresses)
    {
        if (given is not null) return Opened(given, addresses) is { } address ? new(given.Channel, address, given.Language) : null;
        if (place.Disclosure is not (Disclosures.Exact or Disclosures.Area)) return null;
        if (place.Profile.Email is { Length: > 0 and <= 200 } mail && IsMail(mail)) return new(Channels.Mail, mail.Trim(), LanguageOf(place));
        return place.Profile.Phones.Where(p => TakesSms.Contains(p.Type)).Select(p => Addresses.Number(p.Number)).FirstOrDefault(n => n is not null) is { } number
            ? new(Channels.Sms, number, LanguageOf(place)) : null;
    }

    public static bool IsMail(string typed) => MailAddress.TryCreate(typed.Trim(), out var address) && address.Address == typed.Trim();

    /// <summary>That of the entry's texts; where we do not speak it, English in Belize and Spanish elsewhere.</summary>
    public static string LanguageOf(Asked place) =>
        place.Profile.TextLanguage.Split('-')[0] is var own && Languages.All.Contains(own) ? own : place.Country == "BZ" ? "en" : Languages.Base;

    private static string? Opened(AskContact given, Addresses addresses)
    {
        try
        {
            return addresses.Unseal(given.PlaceId, given.Address);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
