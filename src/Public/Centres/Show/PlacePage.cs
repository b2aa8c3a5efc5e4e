using Amparo.Contracts.Places;
using Amparo.Public.Layout;
using Amparo.Public.Recordings;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Centres.Show;

/// <summary>A page about one place: found by its slug, gone by the reader's own clock.</summary>
internal abstract class PlacePage : PublicPage
{
    /// <summary>A preview that names one of these tells whoever holds the phone why it was looked for.</summary>
    private static readonly string[] Sensitive =
    [
        PlaceKinds.Women, PlaceKinds.Lgbti, PlaceKinds.TraffickingHotline, PlaceKinds.CareAfterSexualViolence, PlaceKinds.ChildProtection,
        PlaceKinds.AsylumAuthority,
    ];

    public PublicPlace Place { get; private set; } = null!;
    public PlaceState State { get; private set; } = null!;
    public StateWords Said { get; protected set; } = null!;

    /// <summary>Drawn for packs, where a device says by itself what the clock changes: all of it is there, in elements that name it.</summary>
    public virtual bool IsForPacks => false;

    /// <summary>Address and point lie in a part of the pack that ends sooner; here stands what may stay.</summary>
    public virtual bool HasWhereaboutsApart => false;

    /// <summary>Long texts are begun only, and the page says so: see <c>ShortTexts</c>.</summary>
    public virtual bool IsShortened => false;

    /// <summary>"Full" never stands alone: two other places stand beside it.</summary>
    public IReadOnlyList<Card> Others { get; protected set; } = [];

    /// <summary>What can be heard of it.</summary>
    public Heard Heard => Heard.Of(this, Place.Recordings, IsForPacks ? null : Sounds);

    public bool IsAsylum => Place.Kind is PlaceKinds.AsylumAuthority or PlaceKinds.Legal;

    /// <summary>The day on which it was made sure of, on the calendar of the place; null where nobody ever did.</summary>
    public virtual string? AssuredDay => Place.AssuredAt is { } at ? Dates.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(Place.TimeZone)).DateTime)) : null;

    public override string TitleKey => "public.title.place";

    public static bool IsSensitive(PublicPlace place) => Sensitive.Contains(place.Kind) || place.Profile.Services.Any(s => Sensitive.Contains(s.Kind));

    public override string? ComplaintAbout => Place?.Slug;

    /// <summary>The address of the place without what was searched: all that a shared link or a code may carry.</summary>
    public virtual string Path => $"/{Lang}/centres/{Place.Slug}";

    /// <summary>Why no number on this page can be tapped; null where they can.</summary>
    public bool MayCall => !Place.IsDemonstration && !Edition.Info.IsDemonstration;

    protected void Show(PublicPlace place, PlaceState state) => (Place, State) = (place, state);

    // From the route itself: where a form cannot be read the framework binds nothing, not even the address.
    protected bool Found() => Found(Edition.BySlug((string)RouteData.Values["slug"]!));

    protected bool Found(PublicPlace? place)
    {
        if (place is null || PlaceState.IsGone(place, Now)) return false;
        Place = place;
        State = PlaceState.Of(place, Now);
        Said = StateWords.Of(State, place, W, Dates);
        Facts.Until(State.GoodUntil);
        return true;
    }

    protected IActionResult ShowOrNotFound() => Found() ? Page() : Elsewhere();

    /// <summary>The same page of the entry that stands for it now; kept a minute and no longer, since two entries may be parted again.</summary>
    protected IActionResult Elsewhere()
    {
        if (Edition.MovedTo((string)RouteData.Values["slug"]!) is not { } to) return NotFound();
        Response.Headers.CacheControl = "public, max-age=60";
        return RedirectPermanent($"/{Lang}/centres/{to}");
    }
}
