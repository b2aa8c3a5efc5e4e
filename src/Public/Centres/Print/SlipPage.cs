using Amparo.Contracts.Places;
using Amparo.Public.Centres.Show;
using Amparo.Public.Layout;

namespace Amparo.Public.Centres.Print;

/// <summary>One place on a small paper: what is needed to get there, when it was true, and nothing of who carries it or why.</summary>
internal abstract class SlipPage : PlacePage
{
    public bool IsNameless => Paper.IsNamelessOnSlips(Place);

    /// <summary>The code of what has no name on paper leads to the start: the address of its page is its name.</summary>
    public string? Link => PublicUrl is { } site ? IsNameless ? $"{site}/{Lang}/" : $"{site}/{Lang}/centres/{Place.Slug}" : null;

    public string Heading => IsNameless ? W["public.print.private"] : Place.Name;

    public string Hours => Paper.HoursOf(this, Place, State);

    public string Where => IsNameless
        ? string.Join(", ", new[] { Place.Address, Place.Locality ?? Place.Admin1Name }.Where(s => !string.IsNullOrEmpty(s)))
        : Place.Disclosure != Disclosures.Exact ? Card.AreaOf(Place)
        : string.Join(", ", new[] { Place.Address, Place.Locality, Place.Admin1Name }.Where(s => !string.IsNullOrEmpty(s)).Distinct());

    public string SpeakUpAt => SpeakUp.In(PublicUrl ?? "", Lang);
}
