using Amparo.Contracts.Places;

namespace Amparo.Tests.Publication;

/// <summary>Every property that can reach a reader. Whoever adds one adds it here too, and has then decided that a hunter of refuges may know it.</summary>
public sealed class WhatMayBePublicTests
{
    [Fact]
    public void A_public_place_says_these_things_and_no_others() => Assert.Equal(
        """
        Address Admin1 Admin1Name AreaName AssuredAt AssuredBy AssuredHow Country Disclosure DueAt ExpiresAt FullSaidAt FullUntil Id IsDemonstration
        Kind Latitude Locality Longitude MayBeClosedSince ModifiedAt Name OrganizationId OrganizationName Profile Recordings Slug Source StaleAt TimeZone WithdrawnAt
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries), Of<PublicPlace>());

    [Fact]
    public void A_profile_says_these_things_and_no_others() => Assert.Equal(
        """
        Accessibility AlternateName AsksNoPapers Attributes Beds Costs Description Eligibility Email FamiliesTogether GettingThere Hours Interpreters
        IsHonorary IsPublicHospital Jurisdiction Languages LatestAdmission Nationals NightsAllowed Phones RequiredDocuments Serves Services SonsUntilAge
        TextLanguage Url
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries), Of<PlaceProfile>());

    [Fact]
    public void The_view_behind_an_edition_has_these_columns_and_no_others() => Assert.Equal(
        [
            "address", "admin1", "admin1_name", "area_hidden_until", "area_name", "assured_at", "assured_by", "assured_how", "country", "disclosure", "expires_at", "full_said_at", "full_until", "id",
            "is_demonstration", "is_last_resort", "kind", "latitude", "locality", "longitude", "may_be_closed_since", "name", "organization_here_hidden_until", "organization_hidden_until", "organization_id", "organization_name", "profile", "public_changed_at", "shard", "slug",
            "source", "time_zone",
        ], Columns());

    [Fact]
    public void What_stands_in_the_place_of_a_hidden_entry_says_these_things_and_no_others() =>
        Assert.Equal(["Code", "Country", "Kind", "Until"], Of<Amparo.Contracts.Publication.PublicVeil>());

    [Fact]
    public void A_recording_says_these_things_and_never_who_speaks()
    {
        Assert.Equal(["Language", "Seconds", "Sha256", "Size", "Text", "TextHash", "Type"], Of<Amparo.Contracts.Recordings.PublicRecording>());
        Assert.DoesNotContain(Amparo.Places.Publishing.PublicViews.All, v => v.Query.Contains("speaker", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Of<T>() => typeof(T).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Columns()
    {
        var query = Amparo.Places.Publishing.PublicViews.All.Single(v => v.Name == "places_public_place").Query;
        var columns = query[..query.IndexOf("FROM", StringComparison.Ordinal)].Trim()["SELECT".Length..].Split(',');
        return columns.Select(c => c.Trim().Split([' ', '.'])[^1]).Order(StringComparer.Ordinal);
    }
}
