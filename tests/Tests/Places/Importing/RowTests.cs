using Amparo.Contracts.Places;
using Amparo.Places.Importing;

namespace Amparo.Tests.Places.Importing;

[Trait("Needs", "Database")]
public sealed class RowTests : IDisposable
{
    private const string Header = "id,name,kind,country,admin1,latitude,longitude,phone,address,hours,description,disclosure,expires\n";
    private readonly ImportDoor _door = new();

    [Theory]
    [InlineData("Chiapas,-92.2631,14.9067", CoordinateSanity.Swapped)]
    [InlineData("Chiapas,14.9067,92.2631", CoordinateSanity.SignLost)]
    [InlineData("Chiapas,40.4168,-3.7038", CoordinateSanity.OutsideCountry)]
    [InlineData("Chiapas,25.6866,-100.3161", CoordinateSanity.OutsideAdmin1)]
    [InlineData("Chiapas,0,0", CoordinateSanity.ZeroZero)]
    [InlineData("Chiapas,140,-92", CoordinateSanity.OutOfRange)]
    [InlineData("Chiapas,catorce,-92", Reasons.CoordinateUnreadable)]
    [InlineData("Chiapas,14.9,", Reasons.CoordinateIncomplete)]
    public async Task A_point_that_cannot_be_right_is_kept_aside_and_not_corrected(string where, string reason)
    {
        var summary = await _door.ImportText($"{Header}1,Albergue,shelter,MX,{where},,,,,,\n");
        Assert.Equal((0, 1), (summary.Accepted, summary.Quarantined));
        var finding = Assert.Single(await _door.Findings(), f => f.Reason == reason);
        Assert.Equal(Outcomes.Quarantined, finding.Outcome);
        Assert.Contains(await _door.Findings(), f => f.Record?.Contains("Albergue", StringComparison.Ordinal) == true);
        Assert.Empty(await _door.Places());
    }

    [Theory]
    [InlineData("13:00pm", HoursProblem.ImpossibleTime)]
    [InlineData("8 a 5", HoursProblem.AmbiguousHours)]
    [InlineData("cuando haya gente", HoursProblem.UnreadableHours)]
    public async Task Hours_that_nobody_understands_are_unknown_and_kept_as_they_were_written(string hours, string reason)
    {
        var summary = await _door.ImportText($"{Header}1,Comedor,food,GT,,14.6,-90.5,,,{hours},,,\n");
        Assert.Equal((1, 1), (summary.Accepted, ImportDoor.Count(summary, reason)));
        var place = await _door.OnlyPlace();
        Assert.True(place.Profile.Hours.IsEmpty);
        Assert.Contains(place.Profile.Attributes, a => a == new PlaceAttribute(HoursFields.AsWritten, hours));
    }

    [Theory]
    [InlineData("2233-4455", "+50222334455", null)]
    [InlineData("+502 2233 4455", "+50222334455", null)]
    [InlineData("(00502) 22334455 ext. 12", "+50222334455", null)]
    [InlineData("+503 2233-4455", "+50322334455", Reasons.PhoneOtherCountry)]
    [InlineData("223344", "223344", null)]
    [InlineData("22334455667", null, Reasons.PhoneWrongLength)]
    [InlineData("tel. de Juan", null, null)]
    [InlineData("22a334455", null, Reasons.PhoneUnreadable)]
    public async Task A_telephone_number_can_be_dialled_or_is_left_out_and_said(string written, string? dialled, string? reason)
    {
        var summary = await _door.ImportText($"{Header}1,Clínica,health,GT,,14.6,-90.5,{written},,,,,\n");
        Assert.Equal(1, summary.Accepted);
        Assert.Equal(dialled, (await _door.OnlyPlace()).Profile.Phones.SingleOrDefault()?.Number);
        if (reason is not null) Assert.Equal(1, ImportDoor.Count(summary, reason));
    }

    [Fact]
    public async Task Text_of_strangers_loses_its_script_and_the_numbers_of_people()
    {
        var summary = await _door.ImportText(Header + "1,Clínica <b>Sur</b>,health,GT,,14.6,-90.5,,,,\"<script>alert(1)</script>Comida &amp; ropa &lt;img src=x onerror=alert(1)&gt;\nMaría Pérez\n5555-1234 maria.perez@ejemplo.org, oficina 2233-4455, info@ejemplo.org\u202E\",,\n");
        Assert.Equal(1, summary.Accepted);
        var place = await _door.OnlyPlace();
        Assert.Equal("Clínica Sur", place.Name);
        var said = place.Profile.Description!;
        foreach (var gone in new[] { "<", "alert", "onerror", "María", "5555", "maria.perez", "\u202E" }) Assert.DoesNotContain(gone, said, StringComparison.Ordinal);
        foreach (var kept in new[] { "Comida & ropa", "2233-4455", "info@ejemplo.org" }) Assert.Contains(kept, said, StringComparison.Ordinal);
        foreach (var reason in new[] { Reasons.Html, Reasons.PersonalNumber, Reasons.PersonalEmail, Reasons.PersonalName, Reasons.ControlCharacters }) Assert.True(ImportDoor.Count(summary, reason) > 0, reason);
        Assert.All(await _door.Findings(), f => Assert.DoesNotContain("5555-1234", $"{f.Value}{f.Record}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Refugio de mujeres", "women", "exact", Disclosures.Officers)]
    [InlineData("Casa Hogar Niños de Luz", "child_protection", "", Disclosures.Officers)]
    [InlineData("Posada", "shelter", "exact", Disclosures.Area)]
    [InlineData("Posada", "shelter", "officers", Disclosures.Officers)]
    [InlineData("Comedor", "food", "", Disclosures.Exact)]
    [InlineData("Comedor", "food", "area", Disclosures.Area)]
    public async Task A_list_may_hide_more_and_never_show_more(string name, string kind, string asked, string holds)
    {
        await _door.ImportText($"{Header}1,{name},{kind},GT,,14.6,-90.5,,4a calle 5-67 zona 1,,Estamos en 4a calle 5-67 zona 1,{asked},\n");
        var place = await _door.OnlyPlace();
        Assert.Equal(holds, place.Disclosure);
        if (holds != Disclosures.Exact)
        {
            Assert.DoesNotContain("5-67", place.Profile.Description!, StringComparison.Ordinal);
            Assert.NotEqual(14.6, place.AreaLatitude);
        }
    }

    [Theory]
    [InlineData("1,,food,GT,,,,,,,,,", Outcomes.Rejected, Reasons.NameMissing)]
    [InlineData("1,Comedor,dragones,GT,,,,,,,,,", Outcomes.Quarantined, Reasons.KindUnknown)]
    [InlineData("1,Comedor,food,Narnia,,,,,,,,,", Outcomes.Quarantined, Reasons.CountryUnknown)]
    [InlineData("1,Comedor,food,GT,,,,,,,,,ayer", Outcomes.Quarantined, Reasons.DateUnreadable)]
    [InlineData("1,Comedor,food,GT,,,,,,,,secretísimo,", Outcomes.Quarantined, Reasons.DisclosureUnknown)]
    [InlineData("1,Comedor,food,GT,,,,,,,,,,sobra", Outcomes.Quarantined, Reasons.ColumnsDoNotMatch)]
    [InlineData("1,Comedor,food,GT,,,,,,,,,2020-01-31", Outcomes.Accepted, Reasons.Expired)]
    public async Task Each_row_has_one_outcome_with_its_reason(string row, string outcome, string reason)
    {
        var summary = await _door.ImportText(Header + row + "\n");
        Assert.Equal(1, summary.Rows);
        var finding = Assert.Single(await _door.Findings(), f => f.Reason == reason);
        Assert.Equal((outcome, "2"), (finding.Outcome, finding.Row));
    }

    [Fact]
    public async Task The_second_row_of_a_key_is_kept_aside_and_rows_without_a_key_stand_side_by_side()
    {
        var summary = await _door.ImportText(Header + "1,Uno,food,GT,,,,,,,,,\n1,Dos,food,GT,,,,,,,,,\n,Tres,food,GT,,,,,,,,,\n,Tres,food,GT,,,,,,,,,\n");
        Assert.Equal((3, 1, 1), (summary.Accepted, summary.Quarantined, ImportDoor.Count(summary, Reasons.DuplicateKey)));
    }

    [Fact]
    public async Task Duplicates_are_proposed_with_reasons_and_never_merged()
    {
        var summary = await _door.ImportText(Header +
            "1,Clínica del Sur,health,GT,,14.60000,-90.50000,2233-4455,,,,,\n2,CLINICA SUR,health,GT,,14.60100,-90.50000,2233-4455,,,,,\n3,Comedor,food,GT,,14.60000,-90.50000,,,,,,\n4,Clínica del Sur,health,GT,,15.5,-90.3,,,,,,\n");
        Assert.Equal((4, 2), (summary.Accepted, summary.DuplicatesProposed));
        var reasons = await _door.Platform.Read(db => db.Set<DuplicateProposal>().Select(d => d.Reasons).OrderBy(r => r).ToListAsync());
        Assert.Equal(["same_name_near,same_phone", "same_point"], reasons);
        Assert.Equal(1, ImportDoor.Count(summary, Reasons.SamePointOtherName));
    }

    [Fact]
    public async Task What_a_spreadsheet_would_run_is_text_in_the_report()
    {
        var report = _door.PathOf("report.csv");
        await _door.Import(_door.File("l.csv", Header + "1,Comedor,\"=cmd|' /C calc'!A0\",GT,,,,,,,,,\n"), report: report);
        Assert.Contains(",\"'=cmd|' /C calc'!A0\"".Replace("\"", ""), (await File.ReadAllTextAsync(report)).Replace("\"", ""), StringComparison.Ordinal);
    }

    public void Dispose() => _door.Dispose();
}
