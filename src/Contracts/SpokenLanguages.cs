namespace Amparo.Contracts.Places;

/// <summary>Languages that are spoken on the way, or by who serves there: ISO 639-3. Their names are texts of the readers' side under <c>public.tongue.CODE</c>, in each of its languages.</summary>
public static class SpokenLanguages
{
    public static IReadOnlyList<string> All { get; } =
    [
        "spa", "eng", "fra", "por", "hat", "mam", "quc", "kek", "cak", "nah", "cab", "miq", "zho", "ara", "rus", "vie", "amh", "kor", "hin", "urd",
        "ben", "pan", "npi", "som", "tir", "lin", "swa", "deu", "ita", "tgl", "kas", "wol", "tur", "fas", "prs", "pus", "uzb", "ukr", "que", "aym",
        "kjb", "jac", "poh", "poc", "ixl", "acr", "cac", "knj", "tzj", "caa", "agu", "usp", "mop", "itz", "tzo", "tzh", "ctu", "toj", "zoc", "yua",
        "zap", "mix", "maz", "mau", "tlp", "huv", "tsz", "hus", "tot", "oto", "ppl", "len", "jic", "pay", "yan", "rma", "bzj", "icr", "jam", "gym",
        "sab", "cuk", "emp", "noa", "bzd", "cjp", "tfr", "gut", "pdt", "ase", "mfs", "gsm",
    ];
}
