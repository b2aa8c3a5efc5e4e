using System.Security.Cryptography;
using Amparo.Safeguarding.Reading;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Safeguarding.Answering;

/// <summary>A note with its day, sealed like what it is about.</summary>
[Requires(SafeguardingPermissions.Handle)]
internal sealed class NoteModel(Database db, OwnKey keys) : ComplaintPage(db, keys, SafeguardingPermissions.Handle)
{
    public const int Longest = 4000;

    public override string TitleKey => "safeguarding.note.title";

    [BindProperty] public string? Words { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        if (Words?.Trim() is not { Length: > 0 and <= Longest } words) Wrong["Words"] = "safeguarding.note.wrong";
        else if (await Key(stop) is { } key)
        {
            Db.Add(Note.Of(ComplaintId, Who.Id!.Value, words, key, Now));
            CryptographicOperations.ZeroMemory(key);
            await Db.SaveChangesAsync(stop);
            return Redirect($"{Path}?done=complaint_noted");
        }
        return Refused();
    }
}
