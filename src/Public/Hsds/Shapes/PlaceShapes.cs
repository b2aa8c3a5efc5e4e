using System.Globalization;
using System.Text.RegularExpressions;
using Amparo.Contracts.Places;

namespace Amparo.Public.Hsds;

/// <summary>The flat fields of what hangs on a location.</summary>
internal sealed partial class PlaceShapes(Words words)
{
    public const string NotKnown = "not known";

    public static void Location(IFields to, PublicPlace place)
    {
        to.Id(place.Id);
        // A hotline has no point: it stands nowhere.
        to.Text("location_type", place.Latitude is null && place.Address is null && place.Locality is null ? "virtual" : "physical");
        to.Link("organization_id", Row.OrganizationOf(place));
        to.Text("name", place.Name);
        to.Text("alternate_name", place.Profile.AlternateName);
        to.Text("description", place.Profile.Description);
        if (place.Disclosure == Disclosures.Exact) to.Text("transportation", place.Profile.GettingThere);
        if (place is not { Latitude: { } latitude, Longitude: { } longitude }) return;
        to.Number("latitude", latitude);
        to.Number("longitude", longitude);
    }

    /// <summary>Whether an address may be said: only where the disclosure is exact.</summary>
    public static bool HasAddress(PublicPlace place) => place is { Disclosure: Disclosures.Exact, Address.Length: > 0 };

    /// <summary>HSDS asks for every field of an address; what nobody said is said to be not known.</summary>
    public static void Address(IFields to, PublicPlace place)
    {
        to.Id(StableId.Of("hsds", "address", place.Id.ToString()));
        to.Link("location_id", place.Id);
        to.Text("address_1", place.Address);
        to.Text("city", place.Locality ?? place.AreaName ?? NotKnown);
        to.Text("state_province", place.Admin1Name ?? place.Admin1 ?? NotKnown);
        to.Text("postal_code", PostalCodeOf(place) ?? NotKnown);
        to.Text("country", place.Country);
        to.Text("address_type", "physical");
    }

    /// <summary>The postal code that the published address itself holds, or null.</summary>
    public static string? PostalCodeOf(PublicPlace place) =>
        HasAddress(place) && PostalCode().Match(place.Address!) is { Success: true } found ? found.Groups[1].Value : null;

    public static Guid IdOfPhone(PublicPlace place, int number) => StableId.Of("hsds", "phone", place.Id.ToString(), number.ToString(CultureInfo.InvariantCulture));

    public void Phone(IFields to, PublicPlace place, int number)
    {
        var phone = place.Profile.Phones[number];
        to.Id(IdOfPhone(place, number));
        to.Link("location_id", place.Id);
        to.Text("number", phone.Number);
        var extension = long.TryParse(phone.Extension, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits < 1_000_000_000_000 ? digits : (long?)null;
        if (extension is { } known) to.Number("extension", known);
        to.Text("type", phone.Type switch { "whatsapp" => "cell", "hotline" => "voice", null or "" => "voice", var type => type });
        to.Text("description", string.Join(". ", new[]
        {
            phone.Description, phone.Type == "whatsapp" ? "WhatsApp" : null, extension is null && phone.Extension is { Length: > 0 } odd ? $"ext. {odd}" : null,
            place.IsDemonstration ? words["public.phone.demonstration"] : null,
        }.Where(s => !string.IsNullOrEmpty(s))));
    }

    public static IReadOnlyList<int> Phones(PublicPlace place) =>
        [.. Enumerable.Range(0, place.Profile.Phones.Count).Where(i => !string.IsNullOrWhiteSpace(place.Profile.Phones[i].Number))];

    public static Guid IdOfLanguage(Guid owner, string code) => StableId.Of("hsds", "language", owner.ToString(), code);

    public void Language(IFields to, Guid owner, string ownerField, string code)
    {
        to.Id(IdOfLanguage(owner, code));
        to.Link(ownerField, owner);
        to.Text("name", Centres.Show.Tongue.NameOf(words, code));
        to.Text("code", code);
    }

    public static void Accessibility(IFields to, PublicPlace place, string what)
    {
        to.Id(StableId.Of("hsds", "accessibility", place.Id.ToString(), what));
        to.Link("location_id", place.Id);
        to.Text("description", what);
    }

    [GeneratedRegex(@"(?:C\.?\s?P\.?\s*)?\b(\d{5})\b", RegexOptions.NonBacktracking)]
    private static partial Regex PostalCode();
}
