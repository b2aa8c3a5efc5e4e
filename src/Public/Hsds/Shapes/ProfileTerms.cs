namespace Amparo.Public.Hsds;

/// <summary>The names of the attributes that our profile adds. They are stable: others read them.</summary>
internal static class ProfileTerms
{
    private static readonly List<Term> Listed = [];

    public static Term Disclosure { get; } = Add("disclosure", "How much of the location is public: exact, or area (area and telephone only).");
    public static Term PointIsArea { get; } = Add("point_is_area", "true: latitude and longitude are those of the area, not of the place.");
    public static Term Kind { get; } = Add("kind", "What the place is, a code of amparo-kind.");
    public static Term Country { get; } = Add("country", "ISO 3166-1 alpha-2.");
    public static Term Admin1 { get; } = Add("admin1", "The first-level area.");
    public static Term Locality { get; } = Add("locality", "The town.");
    public static Term Area { get; } = Add("area", "The zone of the town that may be said where the address may not.");
    public static Term TimeZone { get; } = Add("time_zone", "IANA time zone, on whose clock all hours stand.");
    public static Term Slug { get; } = Add("slug", "The last piece of the address of its page.");
    public static Term AssuranceState { get; } = Add("assurance_state", "never_assured, assured, due or stale, at the moment of the answer. Never assured and stale mean: unconfirmed, call first.");
    public static Term AssuredAt { get; } = Add("assured_at", "When somebody last made sure.");
    public static Term AssuredBy { get; } = Add("assured_by", "The organisation or office that made sure.");
    public static Term AssuredHow { get; } = Add("assured_how", "visit, call, message or document.");
    public static Term Due { get; } = Add("assurance_due", "When it should be asked again.");
    public static Term Expires { get; } = Add("expires", "After this instant the entry must not be shown.");
    public static Term Withdrawn { get; } = Add("withdrawn", "When its age withdraws the entry: after this instant it must not be shown.");
    public static Term AsksNoPapers { get; } = Add("asks_no_papers", "true: no papers are asked for; false: some are.");
    public static Term FamiliesTogether { get; } = Add("families_together", "Whether families stay together.");
    public static Term SonsUntilAge { get; } = Add("sons_until_age", "To what age sons stay with their mothers.");
    public static Term LatestAdmission { get; } = Add("latest_admission", "The latest hour at which people are admitted, HH:MM on the clock of the place.");
    public static Term NightsAllowed { get; } = Add("nights_allowed", "How many nights one may stay.");
    public static Term Beds { get; } = Add("beds", "How many people can sleep there.");
    public static Term FullTonight { get; } = Add("full_tonight", "When the place said that it is full tonight; to be shown with: call first. Children and emergencies: child protection at any hour.");
    public static Term MayBeClosed { get; } = Add("may_be_closed_since", "The day on which readers, or the place itself by a message, said that it is closed. Nobody has called back yet; to be shown with: may be closed, call first.");
    public static Term Interpreter { get; } = Add("interpreter", "A language interpreted on request, ISO 639-3.");
    public static Term OnHolidays { get; } = Add("on_holidays", "open or closed on public holidays; absent where nobody said.");
    public static Term PublicHospital { get; } = Add("public_hospital", "true for a public hospital.");
    public static Term Nationals { get; } = Add("nationals", "A consular post: whose nationals it serves, ISO 3166-1 alpha-2.");
    public static Term Jurisdiction { get; } = Add("jurisdiction", "A consular post: where it has jurisdiction.");
    public static Term Honorary { get; } = Add("honorary", "true for an honorary post.");
    public static Term TextLanguage { get; } = Add("text_language", "The language of the texts, BCP 47.");
    public static Term SourceList { get; } = Add("source_list", "The list that the entry came from.");
    public static Term Demonstration { get; } = Add("demonstration", "true: invented; neither the place nor its telephone exists.");

    public static IReadOnlyList<Term> All => Listed;

    private static Term Add(string code, string description)
    {
        var term = Term.Of(Taxonomy.Profile, code, code.Replace('_', ' '), description, "en");
        Listed.Add(term);
        return term;
    }
}
