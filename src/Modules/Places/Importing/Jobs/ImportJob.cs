using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Importing;

/// <summary>A list that somebody brought to the desk, from the upload to the day on which it was undone.</summary>
internal sealed class ImportJob
{
    /// <summary>What was not imported by then is thrown away: it may hold the address of a refuge.</summary>
    public static readonly TimeSpan FileKept = TimeSpan.FromHours(24);
    public static readonly TimeSpan UndoKept = TimeSpan.FromDays(30);

    /// <summary>Work that has not moved for so long was stopped half-way: a process ended.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The only country that it may write into; null is the whole region, for who reaches it.</summary>
    public string? Country { get; init; }

    /// <summary>The organisation for which the account that brought it acts.</summary>
    public Guid? Organisation { get; init; }
    public required Guid By { get; set; }

    /// <summary>As it was called on the machine that it came from, to be read by people and opened by nobody.</summary>
    public required string FileName { get; init; }

    /// <summary>The random name under which it lies here; null once it is gone.</summary>
    public string? StoredAs { get; set; }

    /// <summary>By its content, a word of <see cref="FileKind"/>.</summary>
    public required string Kind { get; init; }
    public required long Size { get; init; }
    public required DateTimeOffset UploadedAt { get; init; }

    public string State { get; private set; } = JobStates.Uploaded;
    public string? List { get; private set; }

    /// <summary>The profile as it was when it was chosen.</summary>
    public string? Profile { get; private set; }
    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public Guid? RunId { get; private set; }

    /// <summary>A key under <c>places.import.refused</c>, and what is said in it as JSON.</summary>
    public string? Refused { get; private set; }
    public string? RefusedValues { get; private set; }

    public Guid? UndoneBy { get; private set; }
    public DateTimeOffset? UndoAskedAt { get; private set; }

    /// <summary>How often it changed hands: two servers, or two clicks, begin no work twice.</summary>
    public int Turns { get; private set; }

    public bool CanStart => StoredAs is not null && State is JobStates.Uploaded or JobStates.Stopped or JobStates.Refused;

    public bool CanBeUndone(DateTimeOffset now) => RunId is not null && State is JobStates.Ended or JobStates.Stopped && EndedAt > now - UndoKept;

    /// <param name="by">Whoever starts it stands for it: what stopped because its account was shut out goes on for somebody else.</param>
    public void Queue(string list, string profile, Guid by)
    {
        RuleBroken.Unless(CanStart, "places.imports.cannot_start");
        RuleBroken.Unless(list.Length is > 0 and <= 200, "places.imports.wrong_list");
        (List, Profile, By, Refused, RefusedValues) = (list, profile, by, null, null);
        Turn(JobStates.Queued);
    }

    public void Begin(DateTimeOffset now)
    {
        (StartedAt, EndedAt, RunId) = (now, null, Guid.CreateVersion7());
        Turn(JobStates.Running);
    }

    public void End(DateTimeOffset now)
    {
        (EndedAt, StoredAs) = (now, null);
        Turn(JobStates.Ended);
    }

    public void Refuse(string key, string values, bool wasRead)
    {
        (Refused, RefusedValues) = (key, values);
        if (!wasRead) RunId = null;
        Turn(JobStates.Refused);
    }

    /// <summary>Stopped between two batches: what was stored stays, the same again goes on from there.</summary>
    /// <param name="because">A key under <c>places.import.refused</c>; null: the server stopped.</param>
    public void Stop(DateTimeOffset now, string? because = null)
    {
        (EndedAt, Refused, RefusedValues) = (now, because, null);
        Turn(JobStates.Stopped);
    }

    public void AskUndo(Guid by, DateTimeOffset now)
    {
        RuleBroken.Unless(CanBeUndone(now), "places.imports.cannot_undo");
        (UndoneBy, UndoAskedAt, StoredAs) = (by, now, null);
        Turn(JobStates.UndoQueued);
    }

    public void BeginUndo(DateTimeOffset now)
    {
        StartedAt = now;
        Turn(JobStates.Undoing);
    }

    /// <summary>Its process ended half-way: taken up again where it was, since every entry says whether it was undone.</summary>
    public void QueueUndoAgain() => Turn(JobStates.UndoQueued);

    public void EndUndo(DateTimeOffset now)
    {
        EndedAt = now;
        Turn(JobStates.Undone);
    }

    public void FileIsGone()
    {
        StoredAs = null;
        if (State == JobStates.Uploaded) Turn(JobStates.Expired);
        else Turns++;
    }

    private void Turn(string state) => (State, Turns) = (state, Turns + 1);
}

/// <summary>The words are stored.</summary>
internal static class JobStates
{
    public const string Uploaded = "uploaded", Queued = "queued", Running = "running", Ended = "ended", Refused = "refused", Stopped = "stopped", Expired = "expired",
        UndoQueued = "undo_queued", Undoing = "undoing", Undone = "undone";
}

internal sealed class ImportJobTable : IEntityTypeConfiguration<ImportJob>
{
    public void Configure(EntityTypeBuilder<ImportJob> table)
    {
        table.ToTable("places_import_job");
        table.Property(j => j.Country).HasMaxLength(2);
        table.Property(j => j.FileName).HasMaxLength(120);
        table.Property(j => j.StoredAs).HasMaxLength(64);
        table.Property(j => j.Kind).HasMaxLength(20);
        table.Property(j => j.State).HasMaxLength(12);
        table.Property(j => j.List).HasMaxLength(200);
        table.Property(j => j.Refused).HasMaxLength(60);
        table.Property(j => j.Turns).IsConcurrencyToken();
        table.HasIndex(j => j.UploadedAt);
        table.HasIndex(j => new { j.State, j.UploadedAt });
        table.HasIndex(j => new { j.Country, j.UploadedAt });
        table.HasIndex(j => j.RunId);
    }
}

internal static class VisibleImports
{
    private static readonly ScopeOf<ImportJob> Where = new(j => j.Country, j => j.Organisation);

    /// <summary>The only way to imports at the desk: those that this very act of this person reaches.</summary>
    public static IQueryable<ImportJob> ImportsFor(this Database db, CurrentUser user, string act) => db.Set<ImportJob>().For(user, act, Where);
}
