using Amparo.Contracts.Places;
using Amparo.Places.Contacts;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Editing.Other;

[Requires(PlacesPermissions.Edit)]
internal sealed class OtherModel(Database db) : SectionPage(db), IOther
{
    private bool _givenAway;

    public override string TitleKey => "places.desk.other.title";
    public override string Section => "other";

    [BindProperty(Name = "")] public OtherForm Form { get; set; } = new();

    public IReadOnlyList<Organization> Matches { get; private set; } = [];
    public bool IsConsular => Place.Kind == PlaceKinds.Consular;
    public string TextLanguage => Place.Profile.TextLanguage;

    /// <summary>
    /// An organisation is also a scope: who gives an entry to another one gives it to other people. So only whoever holds the
    /// whole country may, never somebody who reaches the entry through its organisation alone.
    /// </summary>
    public bool MayGiveAway => Who.ReachFor(PlacesPermissions.Edit) is var reach && (reach.Everywhere || reach.Countries.Contains(Place.Country));

    protected override string? Waits => _givenAway ? "place_given_waits" : null;

    protected override Task Fill(CancellationToken stop)
    {
        Form = OtherForm.Of(Place);
        return Task.CompletedTask;
    }

    protected override async Task Check(CancellationToken stop)
    {
        foreach (var (field, key) in Form.Mistakes(Place.Profile)) Wrong[field] = key;
        if (!MayGiveAway || EditForm.Said(Form.Organization) is not { Length: <= OtherForm.LongestName } said) return;
        Matches = await OrganizationChoice.Like(Db, said, stop);
        // Its name stands beside every entry of it, at once.
        if (Form.NewOrganization && ContactsInText.In(said).Count > 0) Wrong["Organization"] = "places.contacts.in_a_name";
        if (!Form.NewOrganization && OrganizationChoice.Meant(Matches, said, Form.OrganizationId, Place.OrganizationId) is null) Wrong["Organization"] = Matches.Count > 0 ? "places.desk.other.which_organization" : "places.desk.other.no_organization";
    }

    protected override Task Write(CancellationToken stop)
    {
        Say(Form.Into(Place));
        if (!MayGiveAway) return Task.CompletedTask;
        if (EditForm.Said(Form.Organization) is not { } said)
        {
            (Place.OrganizationId, Place.Organization) = (null, null);
            return Task.CompletedTask;
        }
        var meant = Form.NewOrganization ? null : OrganizationChoice.Meant(Matches, said, Form.OrganizationId, Place.OrganizationId);
        if (meant is null)
        {
            Db.Add(meant = new Organization { Name = said });
            (Place.OrganizationId, Place.Organization) = (meant.Id, meant);
        }
        else _givenAway = Place.GiveTo(meant.Id, Who.Id!.Value, Now);
        return Task.CompletedTask;
    }
}
