using System.Net.Mail;
using System.Text.Json;
using Amparo.Contracts;
using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Contracts.Safeguarding;
using Amparo.Public.Centres.Claim;
using Amparo.Public.Centres.Report;
using Amparo.Public.Complaints;
using Amparo.Public.Serving;
using Amparo.Publication;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.HubBox;

/// <summary>A complaint as a hub's copy seals it. What follows from the form's key or from the edition is made anew where it arrives.</summary>
internal sealed record HubComplaint(string Words, string Where, string Language, string? Country, Guid? Place, bool IsAboutReader)
{
    public const string Kind = "complaint";
}

/// <summary>
/// What arrives from a hub's copy. Anybody can seal such a letter, so nothing in it is believed that a form would not have let
/// through.
/// </summary>
internal sealed class HubLetters(IInbox inbox, IComplaints complaints, CurrentEdition current, SendLimits limits, HttpContext context, TimeProvider clock)
{
    /// <returns>False where no form of ours could have made it.</returns>
    /// <exception cref="InboxConflict">The key came before with other words.</exception>
    public async Task<bool> Take(SpooledLetter letter, CancellationToken stop)
    {
        if (!Receipt.IsKey(letter.Key)) return false;
        try
        {
            return letter.Kind switch
            {
                PlaceReport.Kind => await Report(letter, Read<PlaceReport>(letter), stop),
                PlaceClaim.Kind => await Claim(letter, Read<PlaceClaim>(letter), stop),
                HubComplaint.Kind => await Complaint(letter, Read<HubComplaint>(letter), stop),
                _ => false,
            };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private async Task<bool> Report(SpooledLetter letter, PlaceReport? said, CancellationToken stop)
    {
        if (said is null || !ReportModel.Problems.Contains(said.What) || said.Words?.Length > ReportModel.LongestWords) return false;
        // From the key, so that nobody can tie her words to the code of somebody else.
        await inbox.Report(said with { CodeHash = Receipt.HashOf(Receipt.CodeOf(letter.Key)) }, letter.Key, limits, context, stop);
        return true;
    }

    private async Task<bool> Claim(SpooledLetter letter, PlaceClaim? said, CancellationToken stop)
    {
        var isWhole = said is { Organisation.Length: >= 2 and <= ClaimModel.LongestOrganisation, Name.Length: >= 2 and <= ClaimModel.LongestName, Email.Length: <= ClaimModel.LongestEmail }
            && !(said.Words?.Length > ClaimModel.LongestWords) && Languages.All.Contains(said.Language) && MailAddress.TryCreate(said.Email, out var address) && address.Address == said.Email;
        if (isWhole) await inbox.Put(PlaceClaim.Kind, letter.Key, JsonSerializer.Serialize(said, CompactJson.Options), stop);
        return isWhole;
    }

    private async Task<bool> Complaint(SpooledLetter letter, HubComplaint? said, CancellationToken stop)
    {
        if (said is not { Words.Length: > 0 and <= ComplaintLimits.LongestWords, Where.Length: <= ComplaintLimits.LongestWhere } || !Languages.All.Contains(said.Language)) return false;
        var country = RegionCountries.All.Contains(said.Country ?? "") ? said.Country : null;
        var edition = current.Now;
        var place = said.Place is { } id ? edition?.ById(id) : null;
        var named = edition is null ? [] : NamedOrganisations.In(edition, said.Words, said.Where, place, said.Language, clock.GetUtcNow());
        await complaints.Put(new(Receipt.LongCodeOf(letter.Key), said.Words, said.Where, said.Language, country ?? place?.Country, place?.Id, place?.Name, named, said.IsAboutReader), letter.Key, stop);
        return true;
    }

    private static T? Read<T>(SpooledLetter letter) => JsonSerializer.Deserialize<T>(letter.Body, CompactJson.Options);
}
