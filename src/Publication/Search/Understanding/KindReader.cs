using System.Numerics;
using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>From phrases to kinds, populations, and what must come first or last.</summary>
internal static class KindReader
{
    private static readonly int[] Strong = [400, 360, 330, 310, 300];
    private static readonly int[] Weak = [260, 240, 230, 220, 210];
    private const int SaidAgain = 60;
    private const int OnlyHinted = 100;
    private const int OfLine = 150;

    private static readonly uint Hurt = Bits(PlaceKinds.CareAfterSexualViolence, PlaceKinds.TraffickingHotline, PlaceKinds.Women);
    private static readonly uint ForHurt = Hurt | Bits(PlaceKinds.Health);
    private static readonly uint Authorities = Bits(PlaceKinds.MigrationAuthority, PlaceKinds.Consular);
    private static readonly uint Returning = Bits(PlaceKinds.ReturnReception);
    private static readonly int ChildrenAlone = Codes.Population(Populations.UnaccompaniedChildren);

    public static void Read(Reading reading, List<Phrase> phrases)
    {
        var meanings = phrases.ConvertAll(p => p.Meaning);
        reading.OpenNow = meanings.Exists(m => m.Says == Says.OpenNow);
        reading.AsksNoPapers = meanings.Exists(m => m.Says == Says.AsksNoPapers);
        foreach (var meaning in meanings) if (meaning.For >= 0) reading.For |= Codes.Bit(meaning.For);
        var used = meanings.FindAll(m => m.Says == Says.Kinds && m.IsStrong);
        var hints = used.Count == 0;
        if (hints) used = meanings.FindAll(m => m.Kinds.Length > 0);
        if (used.Count == 0) return;

        Settle(used);
        foreach (var meaning in used) Give(reading, meaning, hints);
        reading.Kinds = Bits(reading.KindPoints);
        if (used.Find(m => m.IsBoth) is { } both) reading.SideBySide = both.Kinds;
        if (!hints) Guard(reading, used);
    }

    // "Cita con el doctor" is a doctor's: no migration office beside it. "Abogado para asilo" wants no bed. Else shelter and
    // asylum, and permits, stay side by side whatever stands around them: she knows which one she means, we do not.
    private static void Settle(List<Meaning> used)
    {
        for (var i = used.Count - 1; i >= 0; i--)
        {
            var both = used[i];
            if (both.IsBoth && both.HasKind(Codes.AsylumAuthority) && used.Exists(m => !m.IsBoth && m.HasKind(Codes.Legal) && !m.HasKind(Codes.Shelter)))
                used[i] = both with { IsBoth = false, Kinds = [Codes.AsylumAuthority, Codes.Legal] };
            if (!both.IsBoth || both.HasKind(Codes.AsylumAuthority) || both.HasKind(Codes.Labour)) continue;
            if (used.Exists(m => !m.IsBoth)) used.RemoveAt(i);
        }
    }

    private static void Give(Reading reading, Meaning meaning, bool isHint)
    {
        for (var i = 0; i < meaning.Kinds.Length; i++)
        {
            var kind = meaning.Kinds[i];
            var points = meaning.IsBoth ? Strong[0] : (isHint ? Weak : Strong)[Math.Min(i, Strong.Length - 1)];
            // "La migra" is said by those who were caught: a lawyer comes before the office.
            if (isHint && !meaning.IsBoth && kind == Codes.MigrationAuthority) points = OnlyHinted;
            ref var known = ref reading.KindPoints[kind];
            known = known == 0 ? points : Math.Max(known, points) + SaidAgain;
        }
    }

    private static void Guard(Reading reading, List<Meaning> used)
    {
        var isChild = used.Exists(m => m.Kinds[0] == Codes.ChildProtection || m.For == ChildrenAlone);
        var isHurt = used.Exists(m => (Bits(m) & Hurt) != 0);
        var flees = used.Exists(m => m.HasKind(Codes.AsylumAuthority));
        if (isChild) reading.First = Codes.Bit(Codes.ChildProtection);
        else if (isHurt)
        {
            reading.First = ForHurt & reading.Kinds;
            reading.Lines = Hurt;
            ref var line = ref reading.KindPoints[Codes.TraffickingHotline];
            line = Math.Max(line, OfLine);
            reading.Kinds |= Codes.Bit(Codes.TraffickingHotline);
        }
        if (isChild || isHurt || flees) reading.Last |= Authorities;
        if (flees) reading.Last |= Returning;
        // Who asks for a permit asks for the office, and who cannot say it better gets both.
        if (used.Exists(m => m.IsBoth && m.HasKind(Codes.MigrationAuthority)) && !isChild && !isHurt && !flees) reading.Last = 0;
    }

    private static uint Bits(Meaning meaning) => meaning.Kinds.Aggregate(0u, (bits, kind) => bits | Codes.Bit(kind));

    private static uint Bits(int[] points)
    {
        var bits = 0u;
        for (var i = 0; i < points.Length; i++) if (points[i] > 0) bits |= Codes.Bit(i);
        return bits;
    }

    private static uint Bits(params string[] kinds) => kinds.Aggregate(0u, (bits, kind) => bits | Codes.Bit(Codes.Kind(kind)));
}
