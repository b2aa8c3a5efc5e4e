namespace Amparo.Places.Publishing;

/// <summary>The whole list of columns of this module that can ever reach a reader. Whoever adds one decides that it may be public.</summary>
internal static class PublicViews
{
    public const string Place = "places_public_place";
    public const string Touched = "places_public_touched";

    public const string Outcome = "places_public_outcome";
    public const string Moved = "places_public_moved";
    public const string MovedTouched = "places_public_moved_touched";

    public static readonly IReadOnlyList<PublicView> All =
    [
        new(Place, """
            SELECT p.id, p.shard, p.slug, p.name, p.kind, p.country, p.admin1, p.admin1_name, p.locality, p.time_zone, p.disclosure, p.area_name,
                   CASE WHEN p.disclosure = 'exact' THEN w.address END AS address,
                   CASE WHEN p.disclosure = 'exact' THEN w.latitude ELSE p.area_latitude END AS latitude,
                   CASE WHEN p.disclosure = 'exact' THEN w.longitude ELSE p.area_longitude END AS longitude,
                   p.organization_id, o.name AS organization_name, p.assured_at, p.assured_by, p.assured_how, p.expires_at, p.is_last_resort,
                   p.full_said_at, p.full_until, p.public_changed_at, p.source, p.is_demonstration, p.profile, p.may_be_closed_since
            FROM places_place p
            LEFT JOIN places_whereabouts w ON w.place_id = p.id
            LEFT JOIN places_organization o ON o.id = p.organization_id
            WHERE p.status = 'approved' AND p.disclosure <> 'officers'
            """),
        // Which drawers must be looked at again: it holds hidden entries too, since an entry that was just hidden must leave.
        new(Touched, """
            SELECT p.shard, p.changed_at, p.kind, p.assured_at, p.expires_at, o.changed_at AS organization_changed_at
            FROM places_place p LEFT JOIN places_organization o ON o.id = p.organization_id
            """),
        new(Moved, """
            SELECT p.shard, p.slug, s.slug AS to_slug
            FROM places_place p JOIN places_place s ON s.id = p.merged_into
            WHERE p.merged_into IS NOT NULL AND p.merged_was_public AND p.status = 'withdrawn' AND p.disclosure <> 'officers' AND s.status = 'approved' AND s.disclosure <> 'officers'
            """),
        // Also those that were parted again: what was merged once is marked by when it changed, and nothing else of it is said.
        new(MovedTouched, """
            SELECT p.shard, p.changed_at, s.changed_at AS survivor_changed_at
            FROM places_merge m JOIN places_place p ON p.id = m.merged_id LEFT JOIN places_place s ON s.id = COALESCE(p.merged_into, m.survivor_id)
            """),
        new(Outcome, "SELECT shard, code_hash, outcome, changed_at FROM places_problem_report"),
    ];
}
