using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Finding;

/// <summary>One box for everything. What was typed may be somebody's name: it travels in the body and stands in no address.</summary>
[Requires(OfficePermissions.Find)]
internal sealed class FindModel(IEnumerable<IFind> modules) : ConsolePage
{
    public const int Shortest = 2, Longest = 100;
    public const int MostOfAKind = 10;

    public override string TitleKey => "office.find.title";

    [BindProperty] public string? Text { get; set; }

    /// <summary>Null before anything was asked.</summary>
    public ILookup<string, Found>? Results { get; private set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Text = Text?.Trim();
        if (Text is not { Length: >= Shortest and <= Longest } text)
        {
            Wrong["Text"] = "office.find.length";
            return Refused();
        }
        var found = new List<Found>();
        foreach (var module in modules) found.AddRange(await module.For(Who, text, MostOfAKind, stop));
        Results = found.ToLookup(f => f.KindKey);
        return Page();
    }
}
