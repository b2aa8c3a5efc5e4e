using System.Data.Common;
using Amparo.Contracts.Places;
using Amparo.Places.Desk.Queue;
using Amparo.Places.Entries;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Amparo.Places.Asking;

/// <summary>
/// Queues a question to every entry that came due and was not asked in this period. Question and message are one transaction, and
/// the place with its period is unique: killed anywhere, begun anew, or run by two servers at once, it asks nobody twice.
/// </summary>
internal sealed class AskRound(IServiceScopeFactory scopes, Addresses addresses, IConfiguration configuration, IOptions<PlacesSettings> settings, TimeProvider clock)
{
    public const string Purpose = "places.ask";

    /// <summary>One mailbox gets no more letters at once; whoever answers for more entries has the portal.</summary>
    public const int MostLettersOpen = 10;
    private const int AtOnce = 1000;
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(2);

    /// <returns>How many questions were queued; none where another server is at it.</returns>
    public async Task<int> Run(CancellationToken stop)
    {
        var asked = 0;
        foreach (var ids in (await Due(stop)).Chunk(AtOnce))
        {
            if (!await In(s => s.GetRequiredService<Leases>().Take("places.ask", Held, stop))) return asked;
            asked += await Queue(ids, stop);
        }
        return asked;
    }

    internal async Task<List<Guid>> Due(CancellationToken stop) => await In(async services =>
    {
        var (db, now, due) = (services.GetRequiredService<Database>(), clock.GetUtcNow(), new List<Guid>());
        foreach (var look in DuePlaces.Looks(db.Set<Place>(), settings.Value, new(null, null), now))
            due.AddRange(await look.Where(p => !db.Set<Ask>().Any(a => a.PlaceId == p.Id && a.NextAt > now)).Select(p => p.Id).ToListAsync(stop));
        return due;
    });

    internal async Task<int> Queue(Guid[] ids, CancellationToken stop)
    {
        try
        {
            return await In(s => Queue(s.GetRequiredService<Database>(), ids, stop));
        }
        catch (Exception e) when (e is DbUpdateException or DbException)
        {
            // Another server asked one of these meanwhile: nothing of this batch was saved, and its rows are seen now.
            return await In(s => Queue(s.GetRequiredService<Database>(), ids, stop));
        }
    }

    private async Task<int> Queue(Database db, Guid[] ids, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var places = await db.Set<Place>().AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new Asked(
            p.Id, p.Kind, p.Country, p.TimeZone, p.Disclosure, p.Status, p.AssuredAt, p.ApprovedAt, p.ExpiresAt, p.IsLastResort, p.IsDemonstration, p.Profile, p.OrganizationId, p.Admin1)).ToListAsync(stop);
        var given = await db.Set<AskContact>().AsNoTracking().Where(c => ids.Contains(c.PlaceId)).ToDictionaryAsync(c => c.PlaceId, stop);
        var before = (await db.Set<Ask>().AsNoTracking().Where(a => ids.Contains(a.PlaceId)).Select(a => new { a.PlaceId, a.Period, a.NextAt }).ToListAsync(stop)).ToLookup(a => a.PlaceId);
        var hidden = await Asked.Hidden(db, now, stop);
        var wanted = new List<(Asked Place, string Period, DateTimeOffset Ends, Contact Contact, string Hash)>();
        foreach (var place in places)
        {
            if (!place.IsAsked(settings.Value, hidden, now) || place.Period(settings.Value, now) is not var (period, ends) || before[place.Id].Any(a => a.Period == period || a.NextAt > now)) continue;
            if (WhomToAsk.Of(place, given.GetValueOrDefault(place.Id), addresses) is not { } contact || (place.IsDemonstration && !ReachesNobody(contact.Channel))) continue;
            wanted.Add((place, period, ends, contact, addresses.HashOf(contact.Channel, contact.Address)));
        }
        var hashes = wanted.Select(w => w.Hash).Distinct().ToList();
        var stopped = (await db.Set<Stopped>().Where(s => hashes.Contains(s.AddressHash)).Select(s => s.AddressHash).ToListAsync(stop)).ToHashSet();
        var open = await db.Set<Ask>().Where(a => hashes.Contains(a.AddressHash!) && a.AnsweredAt == null && a.EndsAt > now).GroupBy(a => a.AddressHash!).ToDictionaryAsync(g => g.Key, g => g.Count(), stop);
        var (asks, letters) = (new List<Ask>(), new List<OutgoingMessage>());
        foreach (var (place, period, ends, contact, hash) in wanted)
        {
            // A "1" says nothing of which place: a number is asked about one at a time, the next when that is answered or over.
            if (stopped.Contains(hash) || open.GetValueOrDefault(hash) >= (contact.Channel == Channels.Sms ? 1 : MostLettersOpen)) continue;
            open[hash] = open.GetValueOrDefault(hash) + 1;
            var ask = new Ask { PlaceId = place.Id, Period = period, Channel = contact.Channel, AddressHash = hash, Language = contact.Language, AskedAt = now, EndsAt = now + Ask.Lasts, NextAt = ends };
            var message = new OutgoingMessage { Purpose = Purpose, Record = ask.Id, Channel = contact.Channel, AddressHash = hash, TimeZone = place.TimeZone, Country = place.Country, QueuedAt = now, NextAt = WritingHours.Next(now, place.TimeZone), IsDemonstration = place.IsDemonstration };
            message.To(addresses.Seal(message.Id, contact.Address));
            asks.Add(ask);
            letters.Add(message);
        }
        await using var together = await db.Database.BeginTransactionAsync(stop);
        await db.AddMany(asks, stop);
        await db.AddMany(letters, stop);
        await together.CommitAsync(stop);
        return asks.Count;
    }

    private bool ReachesNobody(string channel) => channel == Channels.Sms ? string.IsNullOrEmpty(configuration["Amparo:Sms:Url"]) : MessageSender.IsMailKept(configuration);

    private async Task<T> In<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = Purpose;
        return await work(scope.ServiceProvider);
    }
}
