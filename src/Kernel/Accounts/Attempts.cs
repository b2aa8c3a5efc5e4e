using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Kernel;

/// <summary>How often somebody failed to sign in under one name. The name is an HMAC: neither address nor e-mail can be read from it.</summary>
public sealed class Attempt
{
    public required byte[] Name { get; init; }
    public required int Failures { get; set; }
    public required DateTimeOffset LastAt { get; set; }
}

internal sealed class AttemptTable : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> table)
    {
        table.ToTable("kernel_attempt").HasKey(a => a.Name);
        table.Property(a => a.Name).HasMaxLength(32);
        table.HasIndex(a => a.LastAt);
    }
}

/// <summary>
/// Slows guessing down and locks nobody out. A name is slowed for the network that guesses, quickly; for everybody, late and
/// little, so that a stranger elsewhere cannot keep an officer from her work. Known and unknown names are slowed alike.
/// </summary>
public sealed class Attempts(Database db, ServerKey key, TimeProvider clock)
{
    private const int FreeHere = 5, FreeEverywhere = 30;
    private static readonly TimeSpan LongestHere = TimeSpan.FromMinutes(15), LongestEverywhere = TimeSpan.FromMinutes(1);
    internal static readonly TimeSpan Forgotten = TimeSpan.FromHours(24);

    /// <summary>Until when nobody is tried under this name from this network; null where one may try now.</summary>
    public async Task<DateTimeOffset?> WaitUntil(string emailKey, string network, CancellationToken stop)
    {
        var (here, everywhere) = Names(emailKey, network);
        var found = await db.Set<Attempt>().AsNoTracking().Where(a => a.Name == here || a.Name == everywhere).ToListAsync(stop);
        var until = found.Select(a => a.Name.AsSpan().SequenceEqual(here) ? Until(a, FreeHere, LongestHere) : Until(a, FreeEverywhere, LongestEverywhere)).DefaultIfEmpty().Max();
        return until > clock.GetUtcNow() ? until : null;
    }

    /// <summary>Counts a failure; it is saved with whatever else is.</summary>
    public async Task Failed(string emailKey, string network, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (here, everywhere) = Names(emailKey, network);
        var found = await db.Set<Attempt>().Where(a => a.Name == here || a.Name == everywhere).ToListAsync(stop);
        foreach (var name in new[] { here, everywhere })
        {
            if (found.SingleOrDefault(a => a.Name.AsSpan().SequenceEqual(name)) is not { } attempt) db.Add(new Attempt { Name = name, Failures = 1, LastAt = now });
            else (attempt.Failures, attempt.LastAt) = (now - attempt.LastAt > Forgotten ? 1 : attempt.Failures + 1, now);
        }
    }

    /// <summary>Forgets the failures of this name here: its owner has come.</summary>
    public async Task Succeeded(string emailKey, string network, CancellationToken stop)
    {
        var (here, everywhere) = Names(emailKey, network);
        db.RemoveRange(await db.Set<Attempt>().Where(a => a.Name == here || a.Name == everywhere).ToListAsync(stop));
    }

    private static DateTimeOffset Until(Attempt attempt, int free, TimeSpan longest)
    {
        var over = attempt.Failures - free;
        return over < 0 ? attempt.LastAt : attempt.LastAt + TimeSpan.FromSeconds(Math.Min(longest.TotalSeconds, 15 * Math.Pow(2, Math.Min(over, 20))));
    }

    private (byte[] Here, byte[] Everywhere) Names(string emailKey, string network)
    {
        var secret = key.For("attempts");
        return (HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{emailKey}\u001f{network}")), HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(emailKey)));
    }
}
