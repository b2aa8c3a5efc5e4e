using System.Collections.Frozen;

namespace Amparo.Kernel;

/// <summary>The words of hours, without accents and in small letters.</summary>
internal static class HoursVocabulary
{
    private static readonly string[] DayNames =
    [
        "lunes lun lu monday mondays mon mo lundi lendi",
        "martes mar ma tuesday tuesdays tues tue tu mardi madi",
        "miercoles mierc mier mie mi wednesday wednesdays weds wed we mercredi mekredi",
        "jueves juev jue ju thursday thursdays thurs thur thu th jeudi jedi",
        "viernes viern vier vie vi friday fridays fri fr vendredi vandredi",
        "sabado sabados sab sa saturday saturdays sat samedi samdi",
        "domingo domingos dom do sunday sundays sun su dimanche dimanch",
    ];

    /// <summary>Weekday (0 is Monday) by name.</summary>
    public static FrozenDictionary<string, int> Days { get; } =
        DayNames.SelectMany((names, day) => names.Split(' ').Select(name => (name, day))).ToFrozenDictionary(d => d.name, d => d.day);

    /// <summary>Days written as one row of letters.</summary>
    public static FrozenDictionary<string, int> Rows { get; } = new Dictionary<string, int>
    {
        ["lmmjv"] = 0b0011111, ["lmxjv"] = 0b0011111, ["lkmjv"] = 0b0011111,
        ["lmmjvs"] = 0b0111111, ["lmxjvs"] = 0b0111111, ["lkmjvs"] = 0b0111111,
        ["lmmjvsd"] = 0b1111111, ["lmxjvsd"] = 0b1111111, ["lkmjvsd"] = 0b1111111,
    }.ToFrozenDictionary();

    public static FrozenDictionary<string, int> Ordinals { get; } = new Dictionary<string, int>
    {
        ["primer"] = 1, ["primero"] = 1, ["1er"] = 1, ["1ro"] = 1, ["1st"] = 1, ["first"] = 1,
        ["segundo"] = 2, ["2do"] = 2, ["2nd"] = 2, ["second"] = 2,
        ["tercer"] = 3, ["tercero"] = 3, ["3er"] = 3, ["3ro"] = 3, ["3rd"] = 3, ["third"] = 3,
        ["cuarto"] = 4, ["4to"] = 4, ["4th"] = 4, ["fourth"] = 4,
        ["quinto"] = 5, ["5to"] = 5, ["5th"] = 5, ["fifth"] = 5,
        ["ultimo"] = -1, ["last"] = -1,
    }.ToFrozenDictionary();

    /// <summary>Words that join, end or say nothing by themselves.</summary>
    public static FrozenDictionary<string, HoursWord?> Small { get; } = Table(
        (HoursWord.To, "a al to hasta thru through until till au"),
        (HoursWord.And, "y e and et ak"),
        (HoursWord.Closed, "cerrado cerrada cerrados closed off ferme"),
        (HoursWord.Open, "abierto abierta abiertos abre open opens"),
        (HoursWord.Except, "excepto except salvo menos excluding"),
        (HoursWord.Include, "incluye incluyendo incluso including"),
        (HoursWord.Every, "cada every"),
        (null, "de del los las el la desde from at du le horario horarios hora horas hours atencion en on the only solo solamente unicamente dia dias : ( ) \""));

    private static FrozenDictionary<string, HoursWord?> Table(params (HoursWord? Word, string Texts)[] rows) =>
        rows.SelectMany(r => r.Texts.Split(' ').Select(t => (t, r.Word))).ToFrozenDictionary(r => r.t, r => r.Word);
}
