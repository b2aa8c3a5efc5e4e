using System.Security.Cryptography;
using Amparo.Safeguarding;
using Amparo.Safeguarding.Figures;

namespace Amparo.Tests.Safeguarding;

public sealed class SealingTests
{
    private static readonly byte[] Words = "me pidió algo"u8.ToArray();

    [Fact]
    public void What_is_sealed_for_one_key_opens_with_it_and_with_no_other_and_nowhere_else()
    {
        var (mine, other) = (Pair(), Pair());
        var box = SealedFor.Key(mine.Public, "copy|1|a", Words);
        Assert.Equal(Words, SealedFor.Open(mine.Private, "copy|1|a", box));
        Assert.Null(SealedFor.Open(other.Private, "copy|1|a", box));
        Assert.Null(SealedFor.Open(mine.Private, "copy|2|a", box));
        for (var at = 0; at < box.Length; at += 7)
        {
            var altered = box.ToArray();
            altered[at] ^= 1;
            Assert.Null(SealedFor.Open(mine.Private, "copy|1|a", altered));
        }
        Assert.Null(SealedFor.Open(mine.Private, "copy|1|a", box.AsSpan(0, 50)));
        Assert.NotEqual(box, SealedFor.Key(mine.Public, "copy|1|a", Words));
    }

    [Fact]
    public void A_code_gives_one_name_and_one_key_and_another_server_gives_others()
    {
        using var here = new TempFolder();
        using var there = new TempFolder();
        var (codes, others) = (new PaperCodes(new ServerKey(new(here.Path))), new PaperCodes(new ServerKey(new(there.Path))));
        var (one, again) = (codes.Of("complaint", "ABCDEFGHJKMN1"), codes.Of("complaint", "ABCDEFGHJKMN1"));
        Assert.Equal((one.Name, Convert.ToHexString(one.Key)), (again.Name, Convert.ToHexString(again.Key)));
        Assert.NotEqual(one.Name, codes.Of("complaint", "ABCDEFGHJKMN2").Name);
        Assert.NotEqual(one.Name, codes.Of("other", "ABCDEFGHJKMN1").Name);
        Assert.NotEqual(one.Name, others.Of("complaint", "ABCDEFGHJKMN1").Name);
        Assert.DoesNotContain(Convert.ToHexStringLower(one.Key), one.Name, StringComparison.Ordinal);
    }

    [Theory]
    // A Friday afternoon in Guatemala: the fifth working day is the next Friday.
    [InlineData("2026-11-20T22:00:00Z", "GT", "2026-11-28T06:00:00Z")]
    // Over Christmas, which nobody counts.
    [InlineData("2026-12-21T16:00:00Z", "GT", "2026-12-30T06:00:00Z")]
    [InlineData("2026-11-20T22:00:00Z", null, "2026-11-28T06:00:00Z")]
    public void An_answer_is_due_at_the_end_of_the_fifth_working_day_there(string received, string? country, string due) =>
        Assert.Equal(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture), Clocks.AnswerBy(DateTimeOffset.Parse(received, System.Globalization.CultureInfo.InvariantCulture), country));

    [Fact]
    public void No_small_count_is_said_and_none_can_be_calculated_from_the_others()
    {
        Assert.All(Cells.Suppressed([("a", 9), ("b", 0), ("c", 12)]), c => Assert.NotNull(c.Count));
        // One small cell alone: the next smallest goes with it, or the total would give it back.
        Assert.Equal(new int?[] { null, 20, null, 0 }, Cells.Suppressed([("a", 3), ("b", 20), ("c", 7), ("d", 0)]).Select(c => c.Count));
        // Two that add up to less than five would each be one.
        Assert.Equal(new int?[] { null, null, null, 30 }, Cells.Suppressed([("a", 1), ("b", 1), ("c", 8), ("d", 30)]).Select(c => c.Count));
        // Where nothing can hide it nothing is said at all, not even the zeros.
        Assert.All(Cells.Suppressed([("a", 3), ("b", 0)]), c => Assert.Null(c.Count));
        var chance = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var counts = Enumerable.Range(0, 6).Select(n => ($"{n}", chance.Next(0, 14))).ToList();
            var cells = Cells.Suppressed(counts);
            var hidden = counts.Zip(cells).Where(p => p.Second.Count is null).Sum(p => p.First.Item2);
            Assert.DoesNotContain(cells, c => c.Count is > 0 and < Cells.Fewest);
            Assert.True(cells.All(c => c.Count is not null) || cells.All(c => c.Count is null) || (hidden >= Cells.Fewest && cells.Count(c => c.Count is null) > 1));
        }
    }

    private static (byte[] Private, byte[] Public) Pair()
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return (pair.ExportPkcs8PrivateKey(), pair.ExportSubjectPublicKeyInfo());
    }

    private sealed class TempFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("amparo-codes-").FullName;
        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
