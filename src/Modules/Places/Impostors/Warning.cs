using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Impostors;

/// <summary>Something by which an entry could pass for another: said with its reason, for a person to judge. It never hides or changes an entry.</summary>
internal sealed class Warning
{
    public const string SamePhone = "same_phone", LooksAlike = "looks_alike", MixedLetters = "mixed_letters", NewSite = "new_site", SiteLooksAlike = "site_looks_alike", SameAccount = "same_account", NamesAccount = "names_account";

    /// <summary>Why somebody put it away. The codes are stored.</summary>
    public static IReadOnlyList<string> Dismissals { get; } = ["called", "one_network", "shared", "usual_name", "site_is_theirs", "account_is_theirs"];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Kind { get; init; }
    public required Guid PlaceId { get; init; }
    public Guid? OtherId { get; init; }

    /// <summary>What is the same, or new: a number, a site; a name stands in the entries.</summary>
    public required string Value { get; init; }
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>It no longer holds; kept, so that it is not said anew each time a number comes back.</summary>
    public DateTimeOffset? GoneAt { get; set; }
    public string? Dismissed { get; private set; }
    public string? Note { get; private set; }
    public Guid? DismissedBy { get; private set; }
    public DateTimeOffset? DismissedAt { get; private set; }

    public const string Open = "open", Judged = "judged", Gone = "gone";

    /// <summary>Open where nobody has judged it and it holds.</summary>
    public string State { get => DismissedAt is not null ? Judged : GoneAt is not null ? Gone : Open; private set { } }
    public bool IsOpen => State == Open;

    public string Key => $"{Kind} {PlaceId} {OtherId} {Value}";

    public void Dismiss(string because, string? note, Guid by, DateTimeOffset now)
    {
        RuleBroken.Unless(IsOpen, "places.warnings.not_open");
        RuleBroken.Unless(Dismissals.Contains(because), "places.warnings.why");
        RuleBroken.Unless(note is null || note.Length <= WarningTable.LongestNote, "places.warnings.note_too_long");
        (Dismissed, Note, DismissedBy, DismissedAt) = (because, note, by, now);
    }
}

internal sealed class WarningTable : IEntityTypeConfiguration<Warning>
{
    public const int LongestNote = 300;

    public void Configure(EntityTypeBuilder<Warning> table)
    {
        table.ToTable("places_warning");
        table.Ignore(w => w.Key);
        table.Ignore(w => w.IsOpen);
        table.Property(w => w.State).HasMaxLength(10);
        table.Property(w => w.Kind).HasMaxLength(20);
        table.Property(w => w.Value).HasMaxLength(PlaceMarkTable.Longest);
        table.Property(w => w.Dismissed).HasMaxLength(20).IsConcurrencyToken();
        table.Property(w => w.Note).HasMaxLength(LongestNote);
        table.HasIndex(w => new { w.PlaceId, w.Kind, w.OtherId, w.Value }).IsUnique();
        table.HasIndex(w => w.OtherId);
        table.HasIndex(w => new { w.State, w.FoundAt });
    }
}

internal static class VisibleWarnings
{
    /// <summary>
    /// Those of an entry that this very act of this person reaches, where the other entry is reached too or known to readers: a
    /// warning must not tell of a refuge elsewhere.
    /// </summary>
    public static IQueryable<Warning> WarningsFor(this Database db, CurrentUser user, string act)
    {
        var places = db.PlacesFor(user, act);
        var open = db.Set<Place>().Where(p => p.Status == PlaceStatus.Approved && p.Disclosure != Disclosures.Officers);
        return db.Set<Warning>().Where(w =>
            (places.Any(p => p.Id == w.PlaceId) && (w.OtherId == null || places.Any(p => p.Id == w.OtherId) || open.Any(p => p.Id == w.OtherId)))
            || (places.Any(p => p.Id == w.OtherId) && open.Any(p => p.Id == w.PlaceId)));
    }
}
