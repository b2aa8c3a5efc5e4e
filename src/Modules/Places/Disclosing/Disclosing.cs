using Amparo.Contracts.Places;

namespace Amparo.Places.Entries;

/// <summary>Hiding takes one person, at once; showing takes two. A leaked refuge cannot be taken back.</summary>
internal sealed partial class Place
{
    public string Disclosure { get; private set; } = Disclosures.Officers;

    /// <summary>Wider than what holds now, and waiting for a second person.</summary>
    public string? ProposedDisclosure { get; private set; }
    public string? ProposedBy { get; private set; }

    /// <summary>What holds for a new entry until the place itself chooses otherwise in writing.</summary>
    public static string DefaultDisclosure(string kind, bool isHomeOrRefuge) => kind switch
    {
        PlaceKinds.Women or PlaceKinds.ChildProtection when isHomeOrRefuge => Disclosures.Officers,
        PlaceKinds.Shelter or PlaceKinds.Women or PlaceKinds.Lgbti or PlaceKinds.TraffickingHotline or PlaceKinds.CareAfterSexualViolence => Disclosures.Area,
        _ => Disclosures.Exact,
    };

    /// <summary>For an entry that is not yet public, or to show less. Showing more of a public one is refused here.</summary>
    public void HideTo(string disclosure)
    {
        RuleBroken.Unless(Disclosures.All.Contains(disclosure), "places.hide.unknown_disclosure");
        RuleBroken.Unless(ApprovedAt is null || Openness(disclosure) <= Openness(Disclosure), "places.hide.showing_more_takes_two");
        (Disclosure, ProposedDisclosure, ProposedBy) = (disclosure, null, null);
    }

    /// <summary>A shelter that was entered as "other" must not keep its door on the map because somebody mended the word.</summary>
    public void BecomeKind(string kind)
    {
        if (kind == Kind) return;
        Kind = kind;
        HideAsKind();
    }

    /// <summary>What the kind asks for; what the place itself chose for less to be known stays.</summary>
    public void HideAsKind()
    {
        var usual = DefaultDisclosure(Kind, isHomeOrRefuge: false);
        if (Openness(usual) < Openness(Disclosure)) HideTo(usual);
    }

    public void ProposeDisclosure(string disclosure, string by)
    {
        RuleBroken.Unless(Openness(disclosure) > Openness(Disclosure), "places.disclose.not_wider");
        (ProposedDisclosure, ProposedBy) = (disclosure, by);
    }

    public void ConfirmDisclosure(string by)
    {
        RuleBroken.Unless(ProposedDisclosure is not null, "places.disclose.nothing_proposed");
        RuleBroken.Unless(by != ProposedBy, "places.disclose.same_person");
        (Disclosure, ProposedDisclosure, ProposedBy) = (ProposedDisclosure!, null, null);
    }

    /// <summary>Whoever proposed it may also take it back.</summary>
    public void RefuseDisclosure()
    {
        RuleBroken.Unless(ProposedDisclosure is not null, "places.disclose.nothing_proposed");
        (ProposedDisclosure, ProposedBy) = (null, null);
    }

    private static int Openness(string disclosure) => disclosure switch { Disclosures.Exact => 2, Disclosures.Area => 1, _ => 0 };
}
