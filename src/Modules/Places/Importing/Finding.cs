namespace Amparo.Places.Importing;

/// <summary>Something to say of a row.</summary>
/// <param name="Reason">A key of <see cref="Reasons"/>.</param>
/// <param name="Field">The field as our profile names it, or the column where it has no name there.</param>
/// <param name="Value">The value as it stood; masked and cut before it is stored.</param>
internal sealed record Finding(string Reason, string? Field = null, string? Value = null);

/// <summary>What a finding does to its row, the heaviest last.</summary>
internal enum Weight
{
    /// <summary>Taken in; the finding says what was left out or should be looked at.</summary>
    Note,

    /// <summary>Kept aside until a person decides: nothing is corrected by a machine.</summary>
    Quarantine,

    /// <summary>Cannot be an entry.</summary>
    Reject,
}

/// <summary>The reasons, each with its weight. Their words stand in <c>Text/</c> under <c>places.import.reason</c> and <c>places.import.advice</c>.</summary>
internal static class Reasons
{
    public const string NameMissing = "name_missing", NotStored = "not_stored",
        CountryUnknown = "country_unknown", CountryMissing = "country_missing", KindUnknown = "kind_unknown", KindGuessed = "kind_guessed", DuplicateKey = "duplicate_key",
        ColumnsDoNotMatch = "columns_do_not_match", QuoteInField = "quote_in_field", GeometryInvalid = "geometry_invalid", GeometryNotPoint = "geometry_not_point",
        CoordinateUnreadable = "coordinate_unreadable", CoordinateIncomplete = "coordinate_incomplete", SamePointOtherName = "same_point_other_name",
        PhoneOtherCountry = "phone_other_country", PhoneWrongLength = "phone_wrong_length", PhoneUnreadable = "phone_unreadable",
        EmailInvalid = "email_invalid", UrlInvalid = "url_invalid", Expired = "expired", DateUnreadable = "date_unreadable",
        Html = "html", ControlCharacters = "control_characters", TooLong = "too_long", PersonalNumber = "personal_number_masked", PersonalEmail = "personal_email_masked",
        PersonalName = "personal_name_masked", AddressInText = "address_in_text", DisclosureUnknown = "disclosure_unknown", DisclosureNotWidened = "disclosure_not_widened",
        ValueUnknown = "value_unknown", NumberUnreadable = "number_unreadable", EditedHere = "edited_here", ChangeWaits = "change_waits_for_approval", Withdrawn = "withdrawn_here",
        ColumnNotRead = "column_not_read", ValueDropped = "value_dropped", RowUnused = "row_unused", ColumnsSwapped = "columns_swapped", MergedDiffer = "merged_values_differ",
        ZoneByCountry = "zone_by_country", ServicesInactive = "services_inactive", CountryOfTheList = "country_of_the_list", FormulaCell = "formula_cell", OutsideReach = "outside_reach", ContactInName = "contact_in_name", HiddenGivenAway = "hidden_given_away", HiddenGivenWaits = "hidden_given_waits";

    private static readonly HashSet<string> Rejecting = [NameMissing, NotStored];

    private static readonly HashSet<string> Quarantining =
    [
        CountryUnknown, CountryMissing, KindUnknown, DuplicateKey, ColumnsDoNotMatch, GeometryInvalid, GeometryNotPoint, CoordinateUnreadable, CoordinateIncomplete,
        DateUnreadable, DisclosureUnknown, ServicesInactive, EditedHere, ChangeWaits, HiddenGivenAway, OutsideReach,
        CoordinateSanity.OutOfRange, CoordinateSanity.ZeroZero, CoordinateSanity.OutsideCountry, CoordinateSanity.Swapped, CoordinateSanity.SignLost,
        CoordinateSanity.DmsSlip, CoordinateSanity.OutsideAdmin1,
    ];

    public static Weight WeightOf(string reason) =>
        Rejecting.Contains(reason) ? Weight.Reject : Quarantining.Contains(reason) ? Weight.Quarantine : Weight.Note;

    public static IReadOnlyCollection<string> Weighty => [.. Rejecting, .. Quarantining];
}

/// <summary>What became of a row. The words are stored.</summary>
internal static class Outcomes
{
    public const string Accepted = "accepted", Changed = "changed", Unchanged = "unchanged", Quarantined = "quarantined", Rejected = "rejected";
}
