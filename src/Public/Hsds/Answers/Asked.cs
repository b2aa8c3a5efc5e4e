using System.Globalization;
using Amparo.Public.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Amparo.Public.Hsds;

internal enum Resource { Api, Services, ServiceAtLocations, Organizations, Taxonomies, TaxonomyTerms }

/// <summary>A request, read and checked; two that ask for the same are equal, whatever else they carry.</summary>
internal sealed record Asked(Resource Resource, Guid? Id)
{
    public const int MostPerPage = 100;
    public const int MostMinimal = 10_000;
    private const int LongestText = 200;
    private const int FarthestMetres = 1_000_000;

    public string? Search { get; private set; }
    public int Page { get; private set; } = 1;
    public int? PerPage { get; private set; }
    public bool Lines { get; private set; }
    public string? Term { get; private set; }
    public string? Taxonomy { get; private set; }
    public Guid? Organization { get; private set; }
    public DateTimeOffset? ModifiedAfter { get; private set; }
    public bool Minimal { get; private set; }
    public bool Full { get; private set; }
    public bool FullService { get; private set; }
    public string? Postcode { get; private set; }
    public Cell? Near { get; private set; }
    public int? Proximity { get; private set; }
    public bool TopOnly { get; private set; }
    public Guid? Parent { get; private set; }

    /// <summary>"Aim to return all services within one call": a minimal page may be long.</summary>
    public int Size => PerPage ?? (Minimal ? MostMinimal : 20);

    /// <summary>Says what somebody looked for, or where: a shared device must not keep it.</summary>
    public bool IsPersonal => Search is not null || Near is not null || Postcode is not null;

    /// <exception cref="Problem">A parameter cannot be read.</exception>
    public static Asked Read(HttpContext context, Resource resource, Guid? id)
    {
        var asked = new Asked(resource, id);
        if (Address.Refusal(context) is { } status)
            throw Problem.Bad(status == StatusCodes.Status414UriTooLong ? "The query is longer than 2,048 characters." : "The address is not UTF-8 in percent encoding.");
        if (!context.Request.QueryString.HasValue) return asked;
        var seen = new HashSet<string>();
        foreach (var pair in new QueryStringEnumerable(context.Request.QueryString.Value))
        {
            var (name, value) = (pair.DecodeName().ToString(), pair.DecodeValue().ToString());
            if (value.Length == 0 || !asked.Take(name, value)) continue;
            if (!seen.Add(name)) throw Problem.Bad($"The parameter {name} was given twice.");
        }
        if (asked.Proximity is not null && asked.Near is null && asked.Postcode is null) throw Problem.Bad("The parameter proximity needs a point: give postcode, or near as LAT,LON.");
        if (asked.Near is not null && asked.Proximity is null) throw Problem.Bad("The parameter near needs proximity, in metres.");
        if (asked.Near is not null && asked.Postcode is not null) throw Problem.Bad("Give near or postcode, not both.");
        if (asked.PerPage > (asked.Minimal ? MostMinimal : MostPerPage)) throw Problem.Bad("The parameter per_page is a whole number from 1 to 100 (to 10,000 with minimal=true).");
        return asked;
    }

    // False for a name that the interface does not have: it is not looked at.
    private bool Take(string name, string value)
    {
        switch (name)
        {
            case "search": Search = Text(name, value); break;
            case "page": Page = Number(name, value, 1, 1_000_000); break;
            case "per_page": PerPage = Number(name, value, 1, MostMinimal); break;
            case "format": Lines = value switch { "json" => false, "ndjson" => true, _ => throw Problem.Bad("The parameter format is json or ndjson.") }; break;
            case "taxonomy_term_id": Term = Text(name, value); break;
            case "taxonomy_id": Taxonomy = Text(name, value); break;
            case "organization_id": Organization = Identifier(name, value); break;
            case "modified_after": ModifiedAfter = Instant(name, value); break;
            case "minimal": Minimal = Whether(name, value); break;
            case "full": Full = Whether(name, value); break;
            case "full_service": FullService = Whether(name, value); break;
            case "top_only": TopOnly = Whether(name, value); break;
            case "parent_id": Parent = Identifier(name, value); break;
            case "postcode": Postcode = PostcodeOf(value); break;
            case "near": Near = CellOf(value); break;
            case "proximity": Proximity = Number(name, value, 1, FarthestMetres); break;
            default: return false;
        }
        return true;
    }

    private static string Text(string name, string value) =>
        value.Length <= LongestText && !value.Any(char.IsControl) ? value : throw Problem.Bad($"The parameter {name} is a text of at most {LongestText} characters without control characters.");

    private static int Number(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw Problem.Bad(string.Create(CultureInfo.InvariantCulture, $"The parameter {name} is a whole number from {least} to {(name == "per_page" ? MostPerPage : most)}."));

    private static bool Whether(string name, string value) => value.ToLowerInvariant() switch
    {
        "true" or "1" => true, "false" or "0" => false, _ => throw Problem.Bad($"The parameter {name} is true or false."),
    };

    private static Guid Identifier(string name, string value) =>
        Guid.TryParseExact(value, "D", out var id) ? id : throw Problem.Bad($"The parameter {name} is a UUID.");

    private static DateTimeOffset Instant(string name, string value)
    {
        if (value.Length <= 40 && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new(day, TimeOnly.MinValue, TimeSpan.Zero);
        // A plus sign that was not encoded arrives as a space.
        var text = value.Length > 20 && value[^6] == ' ' ? value[..^6] + "+" + value[^5..] : value;
        string[] shapes = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ssK"];
        return value.Length <= 40 && DateTimeOffset.TryParseExact(text, shapes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant
            : throw Problem.Bad($"The parameter {name} is a date or a date and time of RFC 3339, such as 2026-11-21T16:00:00Z.");
    }

    private static string PostcodeOf(string value) =>
        value.Length <= 12 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-') ? value.Trim().ToUpperInvariant()
        : throw Problem.Bad("The parameter postcode holds at most 12 letters, digits, spaces and hyphens.");

    // The finest position of a person that a server may hear of is a cell of 0.05 degrees, about 5 km.
    private static Cell CellOf(string value) =>
        !Cell.TryParse(value, out var cell, out var finer) ? throw Problem.Bad("The parameter near is LAT,LON in degrees.")
        : finer ? throw Problem.Bad("The position is finer than this server may know: round both numbers of near to a multiple of 0.05 degrees and ask again. It was not kept.")
        : cell;
}
