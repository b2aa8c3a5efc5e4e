using Amparo.Protection.Screening;

namespace Amparo.Protection.Rules;

internal static class InstrumentWords
{
    /// <summary>Every word that an instrument needs; asked ones are said to a person in her language, the others are read by whoever works here.</summary>
    public static IEnumerable<(string Key, bool Asked)> KeysOf(Instrument instrument) =>
    [
        .. instrument.Factors.SelectMany(f => new[] { (f.Id + ".name", false), (f.Id + ".risk", false), (f.Id + ".protection", false), (f.Id + ".ask", f.Level is FactorLevel.Individual or FactorLevel.Household) }),
        .. instrument.Triage.SelectMany(t => new[] { (t.Id + ".ask", true), (t.Id + ".yes", false) }),
        .. instrument.Triggers.SelectMany(t => new[] { (t.Id + ".name", false), (t.Do, false), (t.DoNotAsk, false) }),
    ];
}
