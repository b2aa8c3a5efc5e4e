namespace Amparo.Protection.Screening;

/// <summary>Where an answer lies between risk and protection. The last three are answers too, and none of them means "no risk".</summary>
internal enum Pole { StrongRisk, Risk, Neutral, Protective, StrongProtective, Declined, NotAsked, Unknown }

internal enum Reply { Yes, No, Declined, NotAsked, Unknown }

internal enum Source { Said, Seen, Document, ThirdParty }

internal enum Stage { Before, During, After }

/// <summary>An answer to a factor. Of one factor there may be several: from before the journey and from after it, said and seen.</summary>
internal sealed record Answer(string Factor, Pole Pole, Source Source, Stage? Stage = null);

/// <summary>An answer to a closed question of triage: what she needs, never what was done to her.</summary>
internal sealed record TriageAnswer(string Question, Reply Reply, Source Source);

internal static class Answers
{
    public static bool IsRisk(this Pole pole) => pole is Pole.StrongRisk or Pole.Risk;

    public static bool IsProtection(this Pole pole) => pole is Pole.Protective or Pole.StrongProtective;

    public static bool IsSilent(this Pole pole) => pole is Pole.Declined or Pole.NotAsked or Pole.Unknown;
}
