using System.Globalization;
using Amparo.Contracts.Places;

namespace Amparo.Public.Hsds;

/// <summary>What our profile says of a place, as HSDS attributes of its location.</summary>
internal static class Attributes
{
    public const string OfLocation = "location";
    public const string OfService = "service";

    public static List<(Term Term, string Value)> Of(PublicPlace place, Moment moment)
    {
        var all = new List<(Term, string)>(24);
        var (profile, state) = (place.Profile, moment.FreshnessOf(place));
        void Say(Term term, string? value) { if (!string.IsNullOrEmpty(value)) all.Add((term, value)); }
        void When(Term term, DateTimeOffset? at) => Say(term, at is { } known ? FieldsOf.Stamp(known) : null);
        void Count(Term term, int? number) => Say(term, number?.ToString(CultureInfo.InvariantCulture));
        void Whether(Term term, bool? yes) => Say(term, yes is { } known ? known ? "true" : "false" : null);
        void IfSo(Term term, bool yes) => Whether(term, yes ? true : null);

        var isArea = place.Disclosure != Disclosures.Exact;
        Say(ProfileTerms.Disclosure, place.Disclosure);
        IfSo(ProfileTerms.PointIsArea, isArea && place.Latitude is not null);
        Say(ProfileTerms.Kind, place.Kind);
        Say(ProfileTerms.Country, place.Country);
        Say(ProfileTerms.Admin1, place.Admin1Name ?? place.Admin1);
        Say(ProfileTerms.Locality, place.Locality);
        Say(ProfileTerms.Area, place.AreaName);
        Say(ProfileTerms.TimeZone, place.TimeZone);
        Say(ProfileTerms.Slug, place.Slug);
        Say(ProfileTerms.AssuranceState, NameOf(state));
        When(ProfileTerms.AssuredAt, place.AssuredAt);
        Say(ProfileTerms.AssuredBy, place.AssuredBy == Assurers.PlaceItself ? "the place itself" : place.AssuredBy);
        Say(ProfileTerms.AssuredHow, place.AssuredHow);
        When(ProfileTerms.Due, place.DueAt);
        When(ProfileTerms.Expires, place.ExpiresAt);
        When(ProfileTerms.Withdrawn, place.WithdrawnAt);
        Whether(ProfileTerms.AsksNoPapers, profile.AsksNoPapers);
        Whether(ProfileTerms.FamiliesTogether, profile.FamiliesTogether);
        Count(ProfileTerms.SonsUntilAge, profile.SonsUntilAge);
        Count(ProfileTerms.NightsAllowed, profile.NightsAllowed);
        if (moment.SaysHours(place))
        {
            Say(ProfileTerms.LatestAdmission, profile.LatestAdmission?.ToString("HH:mm", CultureInfo.InvariantCulture));
            Count(ProfileTerms.Beds, profile.Beds);
            When(ProfileTerms.FullTonight, moment.FullSaidAt(place));
            if (profile.Hours.OnHolidays != HolidayHours.Unknown) Say(ProfileTerms.OnHolidays, profile.Hours.OnHolidays == HolidayHours.Open ? "open" : "closed");
        }
        Say(ProfileTerms.MayBeClosed, DayOf(place.MayBeClosedSince));
        foreach (var language in profile.Interpreters) Say(ProfileTerms.Interpreter, language);
        foreach (var country in profile.Nationals) Say(ProfileTerms.Nationals, country);
        Say(ProfileTerms.Jurisdiction, profile.Jurisdiction);
        IfSo(ProfileTerms.Honorary, profile.IsHonorary);
        IfSo(ProfileTerms.PublicHospital, profile.IsPublicHospital);
        Say(ProfileTerms.TextLanguage, profile.TextLanguage);
        Say(ProfileTerms.SourceList, place.Source);
        IfSo(ProfileTerms.Demonstration, place.IsDemonstration);
        foreach (var attribute in profile.Attributes) Say(OfSource(attribute.Name), attribute.Value);
        return all;
    }

    /// <summary>The day and not the hour: that would tell those who watch the door who said it.</summary>
    public static string? DayOf(DateTimeOffset? since) => since?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Term OfSource(string name) => Term.Of(Taxonomy.Source, name, name.Length > 0 ? name : "attribute", name.Length > 0 ? name : "attribute", null);

    public static Guid IdOf(Guid owner, Term term, int number) => StableId.Of("hsds", "attribute", owner.ToString(), term.Code, number.ToString(CultureInfo.InvariantCulture));

    public static void One(IFields to, Guid owner, string entity, Term term, int number, string? value)
    {
        to.Id(IdOf(owner, term, number));
        to.Text("link_id", owner.ToString());
        to.Text("link_entity", entity);
        to.Text("taxonomy_term_id", term.Id.ToString());
        to.Text("value", value);
    }

    public static string NameOf(FreshnessState state) => state switch
    {
        FreshnessState.NeverAssured => "never_assured", FreshnessState.Assured => "assured", FreshnessState.Due => "due", FreshnessState.Stale => "stale", _ => "withdrawn",
    };
}
