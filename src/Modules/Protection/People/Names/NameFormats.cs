namespace Amparo.Protection.People.Names;

/// <summary>A name as it is shown, and as it goes into a file and comes back. What is shown is never read back: files carry the parts.</summary>
internal static class NameFormats
{
    private const string Between = "; ";

    /// <summary>The columns of <see cref="Cells"/>, in their order.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["given_names", "surnames", "married_name", "nickname", "mothers_name"];

    /// <summary>"Hernández López, María José": by surname, as lists stand. Without one of the two no comma promises it.</summary>
    public static string InList(this PersonName name) => (string.Join(' ', name.Surnames), string.Join(' ', name.Given)) switch
    {
        ("", "") => name.Nickname ?? name.Married ?? "",
        ("", var given) => given,
        (var surnames, "") => WithMarried(surnames, name.Married),
        (var surnames, var given) => $"{WithMarried(surnames, name.Married)}, {given}",
    };

    /// <summary>"María José Hernández López": as she is addressed.</summary>
    public static string InLetter(this PersonName name) =>
        string.Join(' ', [.. name.Given, .. name.Surnames]) is { Length: > 0 } whole ? WithMarried(whole, name.Married) : name.Nickname ?? name.Married ?? "";

    /// <summary>Every word by which she may be looked for, folded. Her mother's name is not hers.</summary>
    public static string InSearch(this PersonName name) => FoldedText.Fold(string.Join(' ', [.. name.Given, .. name.Surnames, name.Married, name.Nickname]));

    /// <summary>One cell for each column; parts of one kind are divided by a sign that no part can hold.</summary>
    public static IReadOnlyList<string> Cells(this PersonName name) => [string.Join(Between, name.Given), string.Join(Between, name.Surnames), name.Married ?? "", name.Nickname ?? "", name.Mother ?? ""];

    /// <summary>Back from a file. Where somebody changed it by hand it is held to the same rules as a form.</summary>
    public static PersonName FromCells(IReadOnlyList<string?> cells)
    {
        RuleBroken.Unless(cells.Count == Columns.Count, "protection.name.rule.columns");
        return PersonName.Of((cells[0] ?? "").Split(';'), (cells[1] ?? "").Split(';'), cells[2], cells[3], cells[4]);
    }

    private static string WithMarried(string name, string? married) =>
        married is null ? name : Particles.Is(married.Split(' ')[0]) || Particles.IsWidow(married.Split(' ')[0]) ? $"{name} {married}" : $"{name} de {married}";
}
