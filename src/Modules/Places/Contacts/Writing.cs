using System.Text.Json.Nodes;
using Amparo.Contracts.Places;
using Amparo.Places.Contacts;

namespace Amparo.Places.Entries;

/// <summary>
/// A changed number of a published entry waits, in its own field and in any text: one stolen account, or one caller with a good
/// story, would otherwise send everybody who seeks a bed to a trafficker's telephone.
/// </summary>
internal sealed partial class Place
{
    private const string Services = "services";

    public ProposedContacts? ProposedContacts { get; private set; }

    /// <summary>
    /// Writes what the entry says: the only door to it for whoever sits at a desk. All of it at once where no reader ever saw the
    /// entry; else telephones, web address, mailbox, and every text that holds one which readers do not have yet, are kept for a
    /// second look. What was withdrawn and brought back counts as seen: taking it away for a minute must not be the way around.
    /// </summary>
    /// <returns>Whether something waits.</returns>
    public bool Write(PlaceTexts wanted, Guid by, DateTimeOffset now)
    {
        if (ApprovedAt is null)
        {
            Put(wanted);
            return false;
        }
        var waiting = Withhold(PlaceTexts.Of(this).Flat(), wanted.Flat(), out var free);
        var contacts = !SameContacts(wanted.Profile.Phones, wanted.Profile.Url) || wanted.Profile.Email != Profile.Email;
        var kept = contacts ? Profile.Phones : wanted.Profile.Phones;
        Put(free with { Address = Disclosure == Disclosures.Exact ? free.Address : wanted.Address, Profile = free.Profile with { Phones = kept, Url = Profile.Url, Email = Profile.Email } });
        if (!contacts && waiting.Count == 0) return false;
        ProposedContacts = Together(wanted.Profile, contacts, waiting, by, now);
        return true;
    }

    public void ConfirmContacts(Guid by)
    {
        RuleBroken.Unless(ProposedContacts is not null, "places.contacts.nothing_proposed");
        RuleBroken.Unless(!ProposedContacts!.IsOf(by), "places.contacts.same_person");
        Put(Confirmed());
        if (ProposedContacts.Organization is { } organization) OrganizationId = organization;
        ProposedContacts = null;
    }

    /// <summary>Whoever typed them may also take them back.</summary>
    public void RefuseContacts()
    {
        RuleBroken.Unless(ProposedContacts is not null, "places.contacts.nothing_proposed");
        ProposedContacts = null;
    }

    /// <summary>What the entry says once what waits is confirmed.</summary>
    public PlaceTexts Confirmed()
    {
        if (ProposedContacts is not { } proposed) return PlaceTexts.Of(this);
        var flat = PlaceTexts.Of(this).Flat();
        foreach (var text in proposed.Texts) Take(flat, text);
        var said = PlaceTexts.From(flat);
        return proposed.TextsOnly ? said : said with { Profile = said.Profile with { Phones = proposed.Phones, Url = proposed.Url, Email = EmailAfter(proposed.Email) } };
    }

    // Puts back into the wanted record what may not be written yet.
    private List<ProposedText> Withhold(JsonObject here, JsonObject wanted, out PlaceTexts free)
    {
        // Where readers have no address, they have nothing of it; it is looked at by two when it is shown.
        if (Disclosure != Disclosures.Exact) (here["address"], wanted["address"]) = (null, null);
        var known = ContactsInText.In(here);
        ContactsInText.Widen(known);
        bool Adds(JsonNode? text) => ContactsInText.In(text).Any(c => !known.Contains(c));
        var waiting = new List<ProposedText>();
        foreach (var field in wanted.Select(f => f.Key).ToList().Where(f => f is not ("phones" or "url" or "email" or Services)).Where(f => !JsonNode.DeepEquals(here[f], wanted[f]) && Adds(wanted[f])))
        {
            waiting.Add(new(field, null, null, wanted[field]!.DeepClone()));
            Set(wanted, field, here[field]);
        }
        if (wanted[Services] is JsonArray services)
        {
            var allowed = new JsonArray();
            foreach (var service in services.OfType<JsonObject>())
            {
                var (id, before) = ((string)service["id"]!, Find(here, (string)service["id"]!));
                var held = !JsonNode.DeepEquals(before, service) && Adds(service);
                if (held) waiting.Add(new(Services, id, before?.DeepClone(), service.DeepClone()));
                if (!held || before is not null) allowed.Add((held ? before : service)!.DeepClone());
            }
            wanted[Services] = allowed;
        }
        free = PlaceTexts.From(wanted);
        return waiting;
    }

    private ProposedContacts Together(PlaceProfile wanted, bool contacts, List<ProposedText> waiting, Guid by, DateTimeOffset now, Guid? organization = null)
    {
        var before = ProposedContacts;
        var texts = (before?.Texts ?? []).Where(t => !waiting.Exists(w => (w.Field, w.Item) == (t.Field, t.Item))).ToList();
        var proposed = contacts ? new(wanted.Phones, wanted.Url, by, now, wanted.Email == Profile.Email ? null : wanted.Email ?? "")
            : before is { TextsOnly: false } ? before with { By = by, At = now } : new ProposedContacts([], null, by, now) { TextsOnly = true };
        // Nobody becomes the second person for what they typed because somebody else typed something after them.
        var remains = before is not null && (texts.Count > 0 || (!contacts && !before.TextsOnly) || (organization is null && before.Organization is not null));
        return proposed with { Texts = [.. texts, .. waiting], Organization = organization ?? before?.Organization, Earlier = remains ? [.. before!.Earlier.Append(before.By).Distinct().Where(b => b != by)] : [] };
    }

    private void Take(JsonObject flat, ProposedText text)
    {
        if (text.Field == "address" && Disclosure != Disclosures.Exact) return;
        if (text.Item is not { } id)
        {
            Set(flat, text.Field, text.After);
            return;
        }
        var services = flat[Services] as JsonArray ?? [];
        if (services.Parent is null) flat[Services] = services;
        if (Find(flat, id) is { } now) services[services.IndexOf(now)] = text.Before is JsonObject before ? Merged(before, text.After!.AsObject(), now.DeepClone().AsObject()) : text.After!.DeepClone();
        else if (text.Before is null) services.Add(text.After!.DeepClone()); // one that was taken away meanwhile does not come back by this
    }

    private static JsonObject? Find(JsonObject flat, string service) => (flat[Services] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(s => (string?)s["id"] == service);

    private static void Set(JsonObject flat, string field, JsonNode? value)
    {
        if (value is null) flat.Remove(field);
        else flat[field] = value.DeepClone();
    }

    private void Put(PlaceTexts texts) =>
        (Name, Locality, AreaName, Admin1Name, Whereabouts.Address, Profile) = (texts.Name, texts.Locality, texts.AreaName, texts.Admin1Name, texts.Address, texts.Profile);

    private string? EmailAfter(string? said) => said switch { null => Profile.Email, "" => null, _ => said };

    // In which languages somebody answers there is no way to somebody else.
    private bool SameContacts(IReadOnlyList<PlacePhone> phones, string? url) =>
        url == Profile.Url && phones.Count == Profile.Phones.Count
        && phones.Zip(Profile.Phones).All(p => (p.First.Number, p.First.Type, p.First.Extension, p.First.Description) == (p.Second.Number, p.Second.Type, p.Second.Extension, p.Second.Description));
}
