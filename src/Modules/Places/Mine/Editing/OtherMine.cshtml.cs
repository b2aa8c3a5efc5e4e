using Amparo.Contracts.Places;
using Amparo.Places.Desk.Editing.Other;
using Amparo.Places.Proposing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Mine.Editing;

/// <summary>What an entry says besides. Who runs it, until when it holds and what silence does to it are the stewards' to decide.</summary>
[Requires(PlacesPermissions.Propose)]
internal sealed class OtherMineModel(Database db) : MineSection(db), IOther
{
    public override string TitleKey => "places.desk.other.title";
    public override string Section => "other";

    [BindProperty(Name = "")] public OtherForm Form { get; set; } = new();

    public bool IsConsular => Here.Kind == PlaceKinds.Consular;
    public string TextLanguage => Profile.TextLanguage;

    protected override void Fill() => Form = OtherForm.Of(Here);

    protected override void Check()
    {
        foreach (var (field, key) in Form.Mistakes(Profile)) Wrong[field] = key;
    }

    protected override Says Asked()
    {
        var profile = Form.Words(Profile, IsConsular);
        return With(profile with { Nationals = Ordered(profile.Nationals, Profile.Nationals) });
    }
}
