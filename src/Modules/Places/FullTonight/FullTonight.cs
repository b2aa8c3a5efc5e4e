using Amparo.Contracts.Places;

namespace Amparo.Places.Entries;

/// <summary>
/// "Full tonight" lapses at 06:00 of the place. It is never said of a refuge or a children's home: whoever flees must
/// hear "call", not "go away".
/// </summary>
internal sealed partial class Place
{
    public DateTimeOffset? FullSaidAt { get; private set; }
    public DateTimeOffset? FullUntil { get; private set; }

    /// <summary>A house for children alone is a children's home whatever it is called.</summary>
    public bool MayBeFull => Disclosure != Disclosures.Officers
        && Kind is not (PlaceKinds.Women or PlaceKinds.ChildProtection or PlaceKinds.TraffickingHotline or PlaceKinds.CareAfterSexualViolence)
        && Profile.Serves is not [Populations.UnaccompaniedChildren];

    public void SayFull(DateTimeOffset now)
    {
        RuleBroken.Unless(MayBeFull, "places.full.never_for_refuges");
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        var there = TimeZoneInfo.ConvertTime(now, zone);
        var morning = there.Date.AddHours(6);
        if (there.DateTime >= morning) morning = morning.AddDays(1);
        (FullSaidAt, FullUntil) = (now, new DateTimeOffset(morning, zone.GetUtcOffset(morning)).ToUniversalTime());
    }

    public void SayRoom() => (FullSaidAt, FullUntil) = (null, null);
}
