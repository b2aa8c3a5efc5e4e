using Amparo.Contracts.Places;

namespace Amparo.Places.Importing;

/// <summary>Our own fields as a table has them: what the default profile reads, and what every other profile maps to.</summary>
internal static class PlainFields
{
    public static IReadOnlyList<string> All { get; } =
    [
        "id", "name", "alternate_name", "kind", "country", "admin1", "locality", "area", "latitude", "longitude", "address", "phone", "whatsapp", "hotline", "email", "url", "hours", "hours_days",
        "hours_open", "hours_close", "disclosure", "description", "services", "languages", "interpreters", "serves", "eligibility", "asks_no_papers", "required_documents", "fees", "beds",
        "nights_allowed", "latest_admission", "families_together", "sons_until_age", "accessibility", "getting_there", "organization", "expires", "nationals", "jurisdiction", "honorary",
        "public_hospital", "staff_contact", "notes", "text_language", "attributes",
    ];

    /// <summary>Makes a draft of the fields of one row.</summary>
    /// <param name="field">The value of a field, null where the row has none.</param>
    /// <param name="dates">How the list writes dates.</param>
    public static Draft Draft(SourceRecord record, Func<string, string?> field, IReadOnlyList<string> dates, bool orderIsKnown)
    {
        var draft = new Draft { Row = record.Row, OrderIsKnown = orderIsKnown, Source = record.Fields };
        draft.Findings.AddRange(record.Findings);
        draft.Name = Clean.OneLine(draft, "name", field("name"), 200) ?? "";
        draft.Country = CountryOf(draft, field("country"));
        draft.Kind = KindOf(draft, field("kind"));
        draft.Admin1Name = Clean.OneLine(draft, "admin1", field("admin1"), 100);
        draft.Locality = Clean.OneLine(draft, "locality", field("locality"), 100);
        draft.AreaName = Clean.OneLine(draft, "area", field("area"), 100);
        draft.Address = Clean.OneLine(draft, "address", field("address"));
        (draft.Latitude, draft.Longitude) = PointOf(draft, field("latitude"), field("longitude"));
        draft.Disclosure = field("disclosure") is { } said ? Vocabulary.Disclosure(said) ?? Unknown(draft, said) : null;
        draft.LastDay = DayOf(draft, field("expires"), dates);
        draft.StaffContact = Clean.Lines(draft, "staff_contact", field("staff_contact"), 1000);
        draft.Notes = Clean.Lines(draft, "notes", field("notes"));
        if (Clean.OneLine(draft, "organization", field("organization"), 200) is { } organization) draft.Organization = new(null, organization);
        draft.Profile = ProfileOf(draft, field);
        return draft;
    }

    private static PlaceProfile ProfileOf(Draft draft, Func<string, string?> field)
    {
        var (hours, attributes) = HoursFields.Read(draft, field);
        foreach (var (name, value) in Pairs(field("attributes")))
            if (Clean.OneLine(draft, "attributes", name, 60) is { } known && PersonalData.Mask(draft, known, Clean.OneLine(draft, known, value)) is { } kept) attributes.Add(new(known, kept));
        string? Text(string name, int most = Clean.Block) => PersonalData.Mask(draft, name, Clean.Lines(draft, name, field(name), most));
        bool? Flag(string name) => field(name) is { } said ? Readings.YesNo(said) ?? Say<bool?>(draft, Reasons.ValueUnknown, name, said) : null;
        int? Number(string name, int most) => field(name) is { } said ? Readings.Whole(said, 0, most) ?? Say<int?>(draft, Reasons.NumberUnreadable, name, said) : null;
        return new()
        {
            AlternateName = Clean.OneLine(draft, "alternate_name", field("alternate_name"), 200), Description = Text("description"), TextLanguage = field("text_language") ?? "es",
            Url = Contacts.Url(draft, field("url")), Email = Contacts.Email(draft, field("email")), Phones = Contacts.Phones(draft, field("phone"), field("whatsapp"), field("hotline")),
            Services = [.. (field("services") ?? "").Split(['|', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => Clean.OneLine(draft, "services", name, 200)).OfType<string>().Select(name =>
                new PlaceService(StableId.Of("service", draft.Name, draft.Locality ?? "", name), name, Vocabulary.KindIn(name) ?? draft.Kind))],
            Hours = hours, Languages = Codes(draft, "languages", field("languages"), Vocabulary.Language), Interpreters = Codes(draft, "interpreters", field("interpreters"), Vocabulary.Language),
            Accessibility = Lines(draft, "accessibility", field("accessibility")), Serves = Codes(draft, "serves", field("serves"), Vocabulary.Population), Eligibility = Text("eligibility", 1000),
            FamiliesTogether = Flag("families_together"), SonsUntilAge = Number("sons_until_age", 25), LatestAdmission = Time(draft, field("latest_admission")), NightsAllowed = Number("nights_allowed", 3660),
            Beds = Number("beds", 10_000), AsksNoPapers = Flag("asks_no_papers"), RequiredDocuments = Lines(draft, "required_documents", field("required_documents")),
            Costs = Clean.OneLine(draft, "fees", field("fees")) is { } fees ? [new PlaceCost(fees)] : [], GettingThere = Text("getting_there", 1000), IsPublicHospital = Flag("public_hospital") ?? false,
            Nationals = Codes(draft, "nationals", field("nationals"), Countries.CodeOf), Jurisdiction = Clean.OneLine(draft, "jurisdiction", field("jurisdiction")?.Replace("|", ", ", StringComparison.Ordinal), 500),
            IsHonorary = Flag("honorary") ?? false, Attributes = attributes,
        };
    }

    private static string CountryOf(Draft draft, string? said)
    {
        if (said is null) draft.Note(Reasons.CountryMissing, "country");
        else if (Countries.CodeOf(said) is { } code) return code;
        else draft.Note(Reasons.CountryUnknown, "country", said);
        return "";
    }

    private static string KindOf(Draft draft, string? said)
    {
        if (said is not null && Vocabulary.Kind(said) is { } kind) return kind;
        if (said is not null && Vocabulary.KindIn(said) is { } guessed)
        {
            draft.Note(Reasons.KindGuessed, "kind", said);
            return guessed;
        }
        draft.Note(Reasons.KindUnknown, "kind", said);
        return PlaceKinds.Other;
    }

    private static (double?, double?) PointOf(Draft draft, string? latitude, string? longitude)
    {
        if (latitude is null && longitude is null) return default;
        if (latitude is null || longitude is null) draft.Note(Reasons.CoordinateIncomplete, latitude is null ? "latitude" : "longitude");
        else if (Readings.Degrees(latitude) is not { } north) draft.Note(Reasons.CoordinateUnreadable, "latitude", latitude);
        else if (Readings.Degrees(longitude) is not { } east) draft.Note(Reasons.CoordinateUnreadable, "longitude", longitude);
        else return (north, east);
        return default;
    }

    private static DateOnly? DayOf(Draft draft, string? said, IReadOnlyList<string> dates)
    {
        if (said is null) return null;
        if (Readings.Day(said, dates) is { } day) return day;
        // An expiry that nobody understands would never come.
        draft.Note(Reasons.DateUnreadable, "expires", said);
        return null;
    }

    private static TimeOnly? Time(Draft draft, string? said) => said is null ? null
        : ClockTime.TryParse(said.Trim().PadLeft(5, '0'), out var time) && time != ClockTime.EndOfDay ? new TimeOnly(time.Minutes / 60, time.Minutes % 60)
        : Say<TimeOnly?>(draft, Reasons.ValueUnknown, "latest_admission", said);

    private static string[] Codes(Draft draft, string name, string? said, Func<string, string?> code)
    {
        var found = new List<string>();
        foreach (var word in Many(said))
        {
            if (code(word) is { } known) found.Add(known);
            else draft.Note(Reasons.ValueUnknown, name, word);
        }
        return [.. found.Distinct()];
    }

    private static string[] Lines(Draft draft, string name, string? said) =>
        [.. (said ?? "").Split('|', ';', '\n').Select(l => PersonalData.Mask(draft, name, Clean.OneLine(draft, name, l))).OfType<string>()];

    /// <summary>The pieces of a cell that holds several values.</summary>
    public static string[] Many(string? said) => (said ?? "").Split(['|', ';', ',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<(string Name, string Value)> Pairs(string? said) =>
        (said ?? "").Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Where(p => p.Length == 2 && p[1].Length > 0).Select(p => (p[0].Trim(), p[1].Trim()));

    private static string? Unknown(Draft draft, string said)
    {
        draft.Note(Reasons.DisclosureUnknown, "disclosure", said);
        return null;
    }

    private static T? Say<T>(Draft draft, string reason, string field, string? value)
    {
        draft.Note(reason, field, value);
        return default;
    }
}
