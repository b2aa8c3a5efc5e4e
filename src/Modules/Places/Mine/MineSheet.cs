using Amparo.Contracts.Places;
using Amparo.Places.Desk.Editing;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Amparo.Places.Proposing;

namespace Amparo.Places.Mine;

/// <summary>One row of the file that an organisation sends back, beside what its entry says.</summary>
internal static class MineSheet
{
    public const int MostRows = 2000;
    public const int MostBytes = 1024 * 1024;

    public static IReadOnlyList<string> Columns { get; } = ["id", "name", "phones", "url", "email", "description"];

    public static string?[] Cells(Place place) =>
        [place.Id.ToString(), place.Name, string.Join("; ", place.Profile.Phones.Select(p => p.Number)), place.Profile.Url, place.Profile.Email, place.Profile.Description];

    /// <summary>What the entry would say; only columns that the file has are looked at, and an empty cell takes nothing away.</summary>
    /// <param name="wrong">The key of what is wrong with the row; null where nothing is.</param>
    public static Says Read(Place place, SourceRecord row, out string? wrong)
    {
        var form = EditForm.Of(place);
        form.Name = Cell(row, "name") ?? place.Name;
        (form.Url, form.Email) = (Cell(row, "url") ?? place.Profile.Url, Cell(row, "email") ?? place.Profile.Email);
        form.Description = Cell(row, "description") ?? place.Profile.Description;
        if (Cell(row, "phones") is { } phones)
            form.Phones = [.. phones.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().Select(n => Known(place, n))];
        wrong = form.Mistakes().Select(m => m.Key).FirstOrDefault();
        if (wrong is not null) return Says.Of(place);
        var numbers = form.PhonesInto(place.Profile.Phones);
        return new(form.Name.Trim(), place.Kind, place.Profile with
        {
            Description = EditForm.Said(form.Description), Url = EditForm.Said(form.Url), Email = EditForm.Said(form.Email),
            Phones = numbers.Select(p => p.Number).SequenceEqual(place.Profile.Phones.Select(p => p.Number)) ? place.Profile.Phones : numbers,
        });
    }

    private static EditPhone Known(Place place, string number) =>
        place.Profile.Phones.FirstOrDefault(p => p.Number == number) is { } known ? new() { Number = number, Type = known.Type, Description = known.Description, Extension = known.Extension } : new() { Number = number };

    // The apostrophe is ours: it keeps a spreadsheet from running a telephone number as a sum.
    private static string? Cell(SourceRecord row, string column) =>
        row[column]?.Trim() is { Length: > 0 } said ? said is ['\'', '=' or '+' or '-' or '@', ..] ? said[1..] : said : null;
}
