using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Messages;

/// <summary>
/// A telephone that nobody has: what people would get by SMS from the edition that readers see. The thread lies in the page itself and
/// is said anew each time; nothing of it is sent or kept.
/// </summary>
[Requires(OfficePermissions.TrySms)]
internal sealed class TrySmsModel(ISmsConversation conversation) : ConsolePage
{
    public const int Longest = 1600, MostMessages = 12;

    /// <summary>Of the region, as far as a number says a country.</summary>
    public static IReadOnlyList<string> Countries { get; } = ["BZ", "CR", "GT", "HN", "MX", "NI", "PA", "SV"];

    public override string TitleKey => "office.sms.title";

    [BindProperty] public string? Text { get; set; }
    [BindProperty] public List<string> Said { get; set; } = [];
    [BindProperty] public string? Language { get; set; }
    [BindProperty] public string? Country { get; set; }

    public IReadOnlyList<SmsTurn> Turns { get; private set; } = [];

    public IActionResult OnGet() => Page();

    public IActionResult OnPost()
    {
        Language = Kernel.Languages.All.Contains(Language ?? "") ? Language : Kernel.Languages.Base;
        if (!Countries.Contains(Country ?? "")) Country = null;
        // The oldest messages leave the thread: a page must not grow without an end.
        var messages = Said.Where(s => s is { Length: > 0 and <= Longest }).ToList();
        if (Text is { Length: > Longest }) Wrong["Text"] = "office.sms.too_long";
        else if (!string.IsNullOrWhiteSpace(Text)) messages.Add(Text);
        Said = [.. messages.TakeLast(MostMessages)];
        Turns = conversation.Rehearse(Said, Language!, Country);
        if (Wrong.Count > 0) return Refused();
        // Else the box would show what has been sent already.
        ModelState.Clear();
        Text = null;
        return Page();
    }

    public string Counted(SmsLength length) => W.Say("office.sms.counted",
        ("parts", length.Segments.ToString(CultureInfo.InvariantCulture)), ("encoding", length.IsPlain ? "GSM-7" : "UCS-2"), ("letters", length.Units.ToString(CultureInfo.InvariantCulture)));
}
