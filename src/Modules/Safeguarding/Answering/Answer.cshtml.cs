using System.Security.Cryptography;
using Amparo.Safeguarding.Reading;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Safeguarding.Answering;

/// <param name="Language">Of the person who complained.</param>
/// <param name="Ready">Which ready answer is chosen.</param>
/// <param name="Reply">Free words.</param>
internal sealed record AnswerForm(Words W, string Path, string Once, string Language, string? Ready, string? Reply);

/// <summary>
/// An answer under the code of who complained. Three are ready, in her language; free words come with the warning that a
/// telephone is shared: no name, no place, no act.
/// </summary>
[Requires(SafeguardingPermissions.Answer)]
internal sealed class AnswerModel(Database db, OwnKey keys, Texts texts) : ComplaintPage(db, keys, SafeguardingPermissions.Answer)
{
    public const int Longest = 1500;
    public static IReadOnlyList<string> ReadyOnes { get; } = ["heard", "working", "ended"];

    public override string TitleKey => "safeguarding.answer.title";

    [BindProperty] public string? Ready { get; set; }
    [BindProperty] public string? Reply { get; set; }

    public AnswerForm Form => new(W, Path, Once, Complaint.Language, Ready, Reply);

    public static string TextOf(Words inHers, string ready) => inHers["public.answer.ready." + ready];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        var parts = new[] { Ready is not null && ReadyOnes.Contains(Ready) ? TextOf(texts.In(Complaint.Language), Ready) : "", Reply?.Trim() ?? "" }.Where(p => p.Length > 0).ToList();
        if (parts.Count == 0 || Reply is { Length: > Longest }) Wrong["Reply"] = "safeguarding.answer.wrong";
        else if (await Key(stop) is { } key && Told.Open(Complaint, key) is { } told)
        {
            CryptographicOperations.ZeroMemory(key);
            RuleBroken.Unless(Complaint.CodeName is not null, "safeguarding.rule.closed");
            Db.Add(Message.Of(Complaint, Complaint.Answer(Now), false, string.Join("\n\n", parts), told.ReplyKey, Now));
            await Db.SaveChangesAsync(stop);
            return Redirect($"{Path}?done=complaint_answered");
        }
        else Wrong[""] = "safeguarding.rule.no_key";
        return Refused();
    }
}
