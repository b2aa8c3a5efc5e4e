using Amparo.Places.Hiding;
using Amparo.Places.Recordings;

namespace Amparo.Places.Publishing;

/// <summary>The whole list of columns of this module that can ever reach a reader. Whoever adds one decides that it may be public.</summary>
internal static class PublicViews
{
    public const string Place = "places_public_place";
    public const string Touched = "places_public_touched";

    public const string Hiding = "places_public_hiding";
    public const string Veil = "places_public_veil";

    public const string Recording = "places_public_recording";
    public const string RecordingTouched = "places_public_recording_touched";
    public const string Sound = "places_public_sound";

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
                   p.full_said_at, p.full_until, p.public_changed_at, p.source, p.is_demonstration, p.profile, p.may_be_closed_since,
                   a.until AS area_hidden_until, n.until AS organization_hidden_until, c.until AS organization_here_hidden_until
            FROM places_place p
            LEFT JOIN places_whereabouts w ON w.place_id = p.id
            LEFT JOIN places_organization o ON o.id = p.organization_id
            LEFT JOIN (SELECT country, admin1, MAX(until) AS until FROM places_mass_hiding WHERE organization_id IS NULL GROUP BY country, admin1) a ON a.country = p.country AND a.admin1 = p.admin1
            LEFT JOIN (SELECT organization_id, MAX(until) AS until FROM places_mass_hiding WHERE country IS NULL GROUP BY organization_id) n ON n.organization_id = p.organization_id
            LEFT JOIN (SELECT organization_id, country, MAX(until) AS until FROM places_mass_hiding WHERE organization_id IS NOT NULL AND country IS NOT NULL GROUP BY organization_id, country) c
                ON c.organization_id = p.organization_id AND c.country = p.country
            WHERE p.status = 'approved' AND p.disclosure <> 'officers'
            """),
        // Which drawers must be looked at again: it holds hidden entries too, since an entry that was just hidden must leave.
        new(Touched, """
            SELECT p.shard, p.changed_at, p.kind, p.assured_at, p.expires_at, o.changed_at AS organization_changed_at
            FROM places_place p LEFT JOIN places_organization o ON o.id = p.organization_id
            """),
        new(Moved, """
            SELECT p.shard, p.slug, s.slug AS to_slug, s.kind, s.is_last_resort, s.profile, a.until AS area_hidden_until, n.until AS organization_hidden_until, c.until AS organization_here_hidden_until
            FROM places_place p JOIN places_place s ON s.id = p.merged_into
            LEFT JOIN (SELECT country, admin1, MAX(until) AS until FROM places_mass_hiding WHERE organization_id IS NULL GROUP BY country, admin1) a ON a.country = s.country AND a.admin1 = s.admin1
            LEFT JOIN (SELECT organization_id, MAX(until) AS until FROM places_mass_hiding WHERE country IS NULL GROUP BY organization_id) n ON n.organization_id = s.organization_id
            LEFT JOIN (SELECT organization_id, country, MAX(until) AS until FROM places_mass_hiding WHERE organization_id IS NOT NULL AND country IS NOT NULL GROUP BY organization_id, country) c
                ON c.organization_id = s.organization_id AND c.country = s.country
            WHERE p.merged_into IS NOT NULL AND p.merged_was_public AND p.status = 'withdrawn' AND p.disclosure <> 'officers' AND s.status = 'approved' AND s.disclosure <> 'officers'
            """),
        // Also those that were parted again: what was merged once is marked by when it changed, and nothing else of it is said.
        new(MovedTouched, """
            SELECT p.shard, p.changed_at, s.changed_at AS survivor_changed_at
            FROM places_merge m JOIN places_place p ON p.id = m.merged_id LEFT JOIN places_place s ON s.id = COALESCE(p.merged_into, m.survivor_id)
            """),
        // Which drawers a mass hiding touches, and when it ends: hidden entries among them, like above.
        new(Hiding, $"""
            SELECT p.shard, h.changed_at, h.until FROM {MassHidingTable.Name} h JOIN places_place p ON p.organization_id = h.organization_id AND (h.country IS NULL OR h.country = p.country) WHERE h.organization_id IS NOT NULL
            UNION ALL
            SELECT p.shard, h.changed_at, h.until FROM {MassHidingTable.Name} h JOIN places_place p ON p.country = h.country AND p.admin1 = h.admin1 WHERE h.organization_id IS NULL
            UNION ALL
            SELECT p.shard, h.changed_at, h.until FROM {MassHidingTable.Name} h JOIN places_place s ON s.organization_id = h.organization_id AND (h.country IS NULL OR h.country = s.country)
            JOIN places_place p ON p.merged_into = s.id WHERE h.organization_id IS NOT NULL
            UNION ALL
            SELECT p.shard, h.changed_at, h.until FROM {MassHidingTable.Name} h JOIN places_place s ON s.country = h.country AND s.admin1 = h.admin1
            JOIN places_place p ON p.merged_into = s.id WHERE h.organization_id IS NULL
            """),
        // What stands in the place of public entries that are hidden for some days, and of old addresses that lead to them. The profile says whether one is a public hospital.
        new(Veil, $"""
            SELECT p.shard, p.slug, p.kind, p.country, p.is_last_resort, p.profile, h.until, 1 AS by_organization
            FROM {MassHidingTable.Name} h JOIN places_place p ON p.organization_id = h.organization_id AND (h.country IS NULL OR h.country = p.country)
            WHERE h.organization_id IS NOT NULL AND p.status = 'approved' AND p.disclosure <> 'officers'
            UNION ALL
            SELECT p.shard, p.slug, p.kind, p.country, p.is_last_resort, p.profile, h.until, 0 AS by_organization
            FROM {MassHidingTable.Name} h JOIN places_place p ON p.country = h.country AND p.admin1 = h.admin1
            WHERE h.organization_id IS NULL AND p.status = 'approved' AND p.disclosure <> 'officers'
            UNION ALL
            SELECT p.shard, p.slug, s.kind, s.country, s.is_last_resort, s.profile, h.until, 1 AS by_organization
            FROM {MassHidingTable.Name} h JOIN places_place s ON s.organization_id = h.organization_id AND (h.country IS NULL OR h.country = s.country) JOIN places_place p ON p.merged_into = s.id
            WHERE h.organization_id IS NOT NULL AND s.status = 'approved' AND s.disclosure <> 'officers' AND p.merged_was_public AND p.status = 'withdrawn' AND p.disclosure <> 'officers'
            UNION ALL
            SELECT p.shard, p.slug, s.kind, s.country, s.is_last_resort, s.profile, h.until, 0 AS by_organization
            FROM {MassHidingTable.Name} h JOIN places_place s ON s.country = h.country AND s.admin1 = h.admin1 JOIN places_place p ON p.merged_into = s.id
            WHERE h.organization_id IS NULL AND s.status = 'approved' AND s.disclosure <> 'officers' AND p.merged_was_public AND p.status = 'withdrawn' AND p.disclosure <> 'officers'
            """),
        // Who speaks and who brought it have no column here.
        new(Recording, $"SELECT shard, place_id, page, language, sha256, type, size, seconds, text_hash, checked_at, consent_until FROM {RecordingTable.Name} WHERE state = 'published'"),
        // Which drawers must be looked at again: what was just withdrawn among them.
        new(RecordingTouched, $"SELECT shard, changed_at, consent_until FROM {RecordingTable.Name}"),
        new(Sound, $"SELECT s.sha256, s.bytes FROM {RecordedSoundTable.Name} s WHERE EXISTS (SELECT 1 FROM {RecordingTable.Name} r WHERE r.sha256 = s.sha256 AND r.state = 'published')"),
        new(Outcome, "SELECT shard, code_hash, outcome, changed_at FROM places_problem_report"),
    ];
}
