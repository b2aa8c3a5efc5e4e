using System.Text.RegularExpressions;

namespace Amparo.Places.Importing;

/// <summary>
/// Takes people's own numbers, addresses and names out of comments. A list that a coordination group passes around holds the
/// mobiles of its staff; once published, whoever threatens them has them too.
/// </summary>
internal static partial class PersonalData
{
    public const string Removed = "[…]";

    private static readonly System.Buffers.SearchValues<char> Telling = System.Buffers.SearchValues.Create("0123456789@");

    private static readonly string[] Roles =
    [
        "info", "contact", "contacto", "ayuda", "help", "hello", "hola", "office", "oficina", "admin", "atencion", "attention", "recepcion", "reception", "intake", "hotline", "linea",
        "consul", "emb", "ambasc", "secretaria", "secretariat", "direccion", "prensa", "media", "comunic", "communic", "support", "soporte", "mail", "correo", "general", "referral",
        "protection", "proteccion", "legal", "juridic", "albergue", "shelter", "casa", "centro", "center", "centre", "denuncia", "complaint", "feedback", "registro", "registration", "service", "servicio", "web", "enquir", "inquir",
    ];

    /// <summary>The text without what is somebody's own; what was taken is noted, masked.</summary>
    public static string? Mask(Draft draft, string field, string? text) => Mask(draft, field, text, draft.Country);

    public static string? Mask(Draft? draft, string field, string? text, string country)
    {
        if (text is null || text.AsSpan().IndexOfAny(Telling) < 0) return text;
        try
        {
            return Masked(draft, field, text, country);
        }
        catch (RegexMatchTimeoutException)
        {
            // A text that is too tangled to be looked through is not published.
            draft?.Note(Reasons.PersonalNumber, field);
            return Removed;
        }
    }

    private static string Masked(Draft? draft, string field, string text, string country)
    {
        var (numbers, mails) = (false, false);
        var masked = Email().Replace(text, m =>
        {
            if (IsRole(m.Value)) return m.Value;
            mails = true;
            draft?.Note(Reasons.PersonalEmail, field, Part(m.Value));
            return Removed;
        });
        masked = Number().Replace(masked, m =>
        {
            if (!IsPersonal(m.Value, country)) return m.Value;
            if (!numbers) draft?.Note(Reasons.PersonalNumber, field, Part(m.Value.Trim()));
            numbers = true;
            return Removed;
        });
        return numbers || mails ? WithoutNames(draft, field, masked) : masked;
    }

    /// <summary>The first characters of a value, so that a person who holds the file finds it and nobody else can use it.</summary>
    public static string Part(string value) => value.Length <= 4 ? "•••" : value[..Math.Min(3, value.Length / 3)] + "•••";

    /// <summary>An address of an office, not of a person.</summary>
    public static bool IsRole(string email) =>
        FoldedText.Fold(email.Split('@')[0]) is var local && Array.Exists(Roles, r => local.Contains(r, StringComparison.Ordinal));

    private static bool IsPersonal(string found, string country)
    {
        var digits = found.Count(char.IsAsciiDigit);
        if (digits is < 7 or > 15 || LooksLikeDate(found)) return false;
        var read = Phones.Read(found.Trim(' ', '.', ',', '-', '(', ')'), country);
        // A number that cannot be read as one may still be a mobile that lost a digit; what the comment is for, it does not need.
        if (read.Number is not { } number) return read.Problem == Reasons.PhoneWrongLength && !found.Contains('.', StringComparison.Ordinal) && digits >= 8;
        return !read.IsShort && number.StartsWith('+') && Phones.MayBePersonal(number, read.Country ?? country);
    }

    private static bool LooksLikeDate(string found) => Date().IsMatch(found.Trim());

    // A line that is only a name, beside a line from which a number or an address was taken, is the name of its owner.
    private static string WithoutNames(Draft? draft, string field, string text)
    {
        var lines = text.Split('\n');
        var noted = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!NameAlone().IsMatch(lines[i].Trim()) || !Near(lines, i).Any(l => l.Contains(Removed, StringComparison.Ordinal))) continue;
            if (!noted) draft?.Note(Reasons.PersonalName, field, Part(lines[i].Trim()));
            (lines[i], noted) = (Removed, true);
        }
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Near(string[] lines, int at) =>
        Enumerable.Range(at - 2, 5).Where(i => i != at && i >= 0 && i < lines.Length).Select(i => lines[i]);

    [GeneratedRegex(@"(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(\.[\p{L}\d-]{1,63})+", RegexOptions.None, 10_000)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\d.,])(?:\+\s?)?\(?\d(?:[\d\s().\u2010-\u2014-]{5,22})\d(?!\d)", RegexOptions.None, 10_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|(19|20)\d\d\s?-\s?(19|20)\d\d)$", RegexOptions.None, 10_000)]
    private static partial Regex Date();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’.-]+(\s+\p{L}[\p{L}'’.-]*){1,4}$", RegexOptions.None, 10_000)]
    private static partial Regex NameAlone();
}
