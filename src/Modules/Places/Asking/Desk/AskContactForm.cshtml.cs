using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Asking.Desk;

/// <summary>The mailbox or number that the place gave to be asked by. It replaces what the profile says, and is shown to nobody again.</summary>
[Requires(PlacesPermissions.SetAskContact)]
internal sealed class AskContactFormModel(Database db, Addresses addresses) : AskPage(db, addresses, PlacesPermissions.SetAskContact)
{
    private readonly Addresses _addresses = addresses;

    public override string TitleKey => "places.desk.ask_contact.title";

    [BindProperty] public string? Channel { get; set; }
    [BindProperty] public string? Address { get; set; }
    [BindProperty] public string? Language { get; set; }

    /// <summary>The place itself gave it, for this.</summary>
    [BindProperty] public bool Gave { get; set; }

    public static IReadOnlyList<string> Ways { get; } = [Channels.Sms, Channels.Mail, None];
    public const string None = "none";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await LoadContact(stop)) return NotFound();
        (Channel, Language) = (Contact?.Channel ?? Channels.Sms, Contact?.Language ?? WhomToAsk.LanguageOf(Asked.Of(Place)));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadContact(stop)) return NotFound();
        if (Channel == None)
        {
            if (Given is not null) Db.Remove(Given);
            await Db.SaveChangesAsync(stop);
            return Redirect($"{Path}/ask?done=ask_contact");
        }
        if (!Ways.Contains(Channel)) Wrong["Channel"] = "places.desk.ask_contact.wrong_channel";
        if (Language is null || !Amparo.Kernel.Languages.All.Contains(Language)) Wrong["Language"] = "places.desk.ask_contact.wrong_language";
        var address = Channel == Channels.Sms ? Addresses.Number(Address ?? "") : Address is { Length: <= 200 } mail && WhomToAsk.IsMail(mail) ? mail.Trim() : null;
        if (address is null) Wrong["Address"] = "places.desk.ask_contact.wrong_address";
        if (!Gave) Wrong["Gave"] = "places.desk.ask_contact.must_have_given";
        if (Wrong.Count > 0) return Refused();

        var box = _addresses.Seal(Place.Id, address!);
        if (Given is null) Db.Add(new AskContact { PlaceId = Place.Id, Channel = Channel!, Address = box, Language = Language!, GivenTo = Who.Id!.Value, GivenAt = Now });
        else (Given.Channel, Given.Address, Given.Language, Given.GivenTo, Given.GivenAt) = (Channel!, box, Language!, Who.Id!.Value, Now);
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}/ask?done=ask_contact");
    }
}
