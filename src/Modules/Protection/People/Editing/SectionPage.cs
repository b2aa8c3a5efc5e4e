using Amparo.Protection.People.Reading;
using Amparo.Protection.Sealing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.People.Editing;

/// <summary>
/// One section of a file, written anew. Where a colleague saved meanwhile both are shown, what was typed and what stands now:
/// saving once more is then a choice, and nobody's text is lost.
/// </summary>
internal abstract class SectionPage<T>(Database db, Sections sections, Keyring keyring, string act, string kind) : FilePage(db, act) where T : class
{
    /// <summary>The number that stood when the form was shown; 0 where nobody had written any.</summary>
    [BindProperty] public int After { get; set; }

    /// <summary>What a colleague saved while this was typed.</summary>
    public T? Theirs { get; private set; }

    /// <summary>There is one that this person cannot open: she may not write over what she cannot read.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>A form that is shown beside a colleague's is another form: its key is new.</summary>
    public string FormKey => Theirs is null ? Once : Guid.CreateVersion7().ToString("N");

    // Another team reads what was given to it, and writes nothing in a file that is not its own.
    protected override bool IsForKeepers => true;

    protected abstract T Nothing { get; }

    protected abstract void Show(T content);

    /// <summary>What was typed; what cannot be read is said in <see cref="ConsolePage.Wrong"/>.</summary>
    protected abstract T Read(T before);

    /// <summary>What else follows from it, saved with it.</summary>
    protected virtual Task Changed(T content, CancellationToken stop) => Task.CompletedTask;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Find(stop) is { } answer) return answer;
        await Seen(stop);
        var (stands, number) = await Stands(stop);
        if (stands is null) return Refused();
        After = number;
        Show(stands);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Find(stop) is { } answer) return answer;
        var (stands, number) = await Stands(stop);
        if (stands is null) return Refused();
        var content = Read(stands);
        if (Wrong.Count > 0) return Refused();
        if (number != After)
        {
            (Theirs, After) = (stands, number);
            ModelState.Clear();
            Wrong[""] = "protection.rule.colleague_saved";
            await Seen(stop);
            return Refused(409);
        }
        await sections.Write(Person, kind, content, After, stop);
        await Changed(content, stop);
        await Save(stop);
        return Redirect($"{Path}?done=file_saved");
    }

    // A twin that passed the look above meets the version of the file, or the unique number: the loser is told like everybody else.
    private async Task Save(CancellationToken stop)
    {
        try
        {
            await Db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException)
        {
            throw new DbUpdateConcurrencyException("The section has that number already.", e);
        }
    }

    protected override async Task<IActionResult?> ChangedMeanwhile(CancellationToken stop)
    {
        Db.ChangeTracker.Clear();
        return await OnPostAsync(stop);
    }

    private async Task<(T? Content, int Number)> Stands(CancellationToken stop)
    {
        if (!await MustOpen(keyring, stop))
        {
            IsClosed = true;
            return (null, 0);
        }
        var found = await sections.Read<T>(PersonId, kind, stop);
        IsClosed = found is { Content: null };
        if (IsClosed) Wrong[""] = "protection.rule.not_for_you";
        return IsClosed ? (null, 0) : (found?.Content ?? Nothing, found?.Number ?? 0);
    }
}
