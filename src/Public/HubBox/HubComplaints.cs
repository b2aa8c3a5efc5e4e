using System.Text.Json;
using Amparo.Contracts.Safeguarding;

namespace Amparo.Public.HubBox;

/// <summary>The door of complaints on a hub's copy: sealed like everything that is sent from there, and opened by the server alone.</summary>
public sealed class HubComplaints(IInbox inbox) : IComplaints
{
    public Task Put(SaidComplaint said, string key, CancellationToken stop) => inbox.Put(HubComplaint.Kind, key,
        JsonSerializer.Serialize(new HubComplaint(said.Words, said.Where, said.Language, said.Country, said.Place, said.IsAboutReader), CompactJson.Options), stop);

    /// <summary>Whether words are still taken under a code, only the server knows.</summary>
    public Task<bool> WriteBack(string code, string key, string words, CancellationToken stop) => throw new InboxCannotKeep();
}
