namespace Amparo.Places.FullTonight;

/// <summary>"Full" and "there is room" as a centre writes them, in the five languages. It is the whole message or none: "full" in the middle of a report is a report.</summary>
internal static class FullWords
{
    private static readonly HashSet<string> Full =
    [
        "lleno", "llena", "llenos", "lleno esta noche", "lleno hoy", "estamos llenos", "esta lleno", "no hay lugar", "no hay cupo",
        "full", "full tonight", "we are full", "no room", "complet", "complet ce soir", "nous sommes complets", "plein",
        "lotado", "lotada", "lotado hoje", "cheio", "estamos lotados", "plen", "plen aswe a", "nou plen",
    ];

    private static readonly HashSet<string> Room =
    [
        "hay lugar", "ya hay lugar", "hay lugares", "hay espacio", "hay cupo", "room", "there is room", "we have room", "place libre", "places libres", "il y a de la place",
        "ha vaga", "ha vagas", "tem vaga", "tem vagas", "ha lugar", "gen plas", "gen plas kounye a",
    ];

    private static readonly string[] Polite = ["por favor", "gracias", "please", "thanks", "thank you", "merci", "obrigado", "obrigada", "mesi"];

    /// <summary>True: full. False: there is room. Null: it says something else.</summary>
    public static bool? Read(string text)
    {
        var said = string.Join(' ', FoldedText.Fold(text).Split([' ', '.', ',', '!', '¡', '"', '\'', '«', '»', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        foreach (var polite in Polite)
            if (said.EndsWith(" " + polite, StringComparison.Ordinal)) said = said[..^(polite.Length + 1)];
        return Full.Contains(said) ? true : Room.Contains(said) ? false : null;
    }
}
