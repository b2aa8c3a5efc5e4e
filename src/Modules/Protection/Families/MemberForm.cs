using System.Globalization;
using Amparo.Protection.Consent;
using Amparo.Protection.People;
using Amparo.Protection.People.Editing;

namespace Amparo.Protection.Families;

/// <summary>Somebody who travels with her, in one line of a form: enough to begin a file that is completed later.</summary>
internal sealed class MemberForm
{
    public string? CalledBy { get; set; }
    public string? Age { get; set; }
    public string? Sex { get; set; }
    public string? Relation { get; set; }

    /// <summary>One of <see cref="Assents"/> of a child; <c>agrees</c> of an adult, who is asked herself.</summary>
    public string? Says { get; set; }

    public bool IsEmpty => CalledBy.Clean().Length == 0 && Age.Clean().Length == 0;

    /// <param name="field">By which the form names the line.</param>
    public (Identity Identity, BasisForm Basis)? Read(string field, DateOnly today, string spokenIn, Dictionary<string, string> wrong)
    {
        var identity = new IdentityForm { CalledBy = CalledBy, Age = Age, Sex = Sex }.Read(new(), today, []);
        var isChild = AgeBands.IsChild(AgeBands.Of(identity.Birth.YearsOn(today)));
        if (identity.CalledBy.Length is 0 or > IdentityForm.LongestName) wrong[field + "CalledBy"] = "protection.identity.needs_name";
        else if (Age.Clean().Length > 0 && !(int.TryParse(Age.Clean(), NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age <= 120)) wrong[field + "Age"] = "protection.identity.wrong_age";
        else if (!FamilyPlace.Relations.Contains(Relation ?? "") && !Unsaid.All.Contains(Relation ?? "")) wrong[field + "Relation"] = "protection.family.choose_relation";
        else if (Says == "refuses" || !Assents.All.Contains(Says ?? "")) wrong[field + "Says"] = Says == "refuses" ? "protection.family.refuses" : "protection.family.choose_says";
        else if (!isChild && Says == "too_young") wrong[field + "Says"] = "protection.family.adult_says";
        else return (identity, new BasisForm { Means = "verbal", SpokenIn = spokenIn, Assent = isChild ? Says : null });
        return null;
    }
}
