using Amparo.Protection.People;
using Amparo.Protection.People.Editing;

namespace Amparo.Protection.Consent;

/// <summary>On what something rests that is done with a person's words: hers, or another basis with its reason.</summary>
internal sealed class BasisForm
{
    public const int Longest = 500;

    /// <summary>One of <see cref="ConsentMeans"/>.</summary>
    public string? Means { get; set; }
    public string? SpokenIn { get; set; }
    public string? Assent { get; set; }
    public string? Witness { get; set; }
    public string? Because { get; set; }

    /// <summary>The edition of the text that <c>protection.consent.text</c> is.</summary>
    public const string TextVersion = "2026-12";

    public static IReadOnlyList<string> SpokenLanguages { get; } = ["es", "en", "fr", "pt", "ht", "mam", "quc", "kek", "cab", "ar", "zh", "other"];

    public bool IsHers => ConsentMeans.Hers.Contains(Means ?? "");
    public ConsentWords? Words => Witness.Clean().Length + Because.Clean().Length == 0 ? null : new(Witness.Clean(), Because.Clean());

    public void Check(bool isChild, Dictionary<string, string> wrong)
    {
        if (!IsHers && !ConsentMeans.Others.Contains(Means ?? "")) wrong["Means"] = "protection.consent.choose_means";
        else if (IsHers && !SpokenLanguages.Contains(SpokenIn ?? "")) wrong["SpokenIn"] = "protection.consent.choose_language";
        else if (IsHers && isChild && !Assents.All.Contains(Assent ?? "")) wrong["Assent"] = "protection.consent.choose_assent";
        // A child who says no is not overruled by a signature: what must be done all the same rests on another basis, with its reason.
        else if (IsHers && isChild && Assent == "refuses") wrong["Assent"] = "protection.consent.child_refuses";
        else if (Means == ConsentMeans.BestInterests && !isChild) wrong["Means"] = "protection.consent.only_child";
        else if (!IsHers && Because.Clean().Length == 0) wrong["Because"] = "protection.consent.needs_reason";
        if (Because.Clean().Length > Longest) wrong["Because"] = "protection.identity.too_long";
        if (Witness.Clean().Length > IdentityForm.LongestName) wrong["Witness"] = "protection.identity.too_long";
    }

    public ConsentEntry Entry(Guid person, int number, Guid by, DateTimeOffset now, string purpose = Purposes.Help, Guid? team = null, IReadOnlyList<string>? sections = null, DateTimeOffset? until = null) => new()
    {
        PersonId = person, Number = number, Kind = IsHers ? ConsentKinds.Given : ConsentKinds.Basis, Purpose = purpose, TeamId = team, Sections = string.Join(' ', sections ?? []),
        Means = Means!, Language = IsHers ? SpokenIn! : "", Assent = IsHers ? Assent ?? "" : "", TextVersion = IsHers ? TextVersion : "", Until = until, By = by, At = now,
    };
}
