using System.Text;
using Amparo.Contracts.Recordings;
using Amparo.Places.Recordings.Sounds;

namespace Amparo.Tests.Places.Recordings;

public sealed class SoundFileTests
{
    private static readonly Dictionary<string, Func<int, byte[]>> Makers = new() { [SoundTypes.Mp3] = s => SomeSound.Mp3(s), [SoundTypes.Opus] = SomeSound.Opus, [SoundTypes.M4a] = s => SomeSound.M4a(s) };

    public static TheoryData<string> Each => new(Makers.Keys);

    [Theory, MemberData(nameof(Each))]
    public void Nothing_of_what_a_telephone_wrote_beside_the_sound_is_left(string type)
    {
        var file = Makers[type](4);
        Assert.True(Holds(file, SomeSound.Name[..20]), "The file says nothing: mend this test.");
        var clean = SoundFile.Clean(file);
        Assert.Equal((type, 4), (clean.Type, clean.Seconds));
        foreach (var word in new[] { "Juana", "Tapachula", "2026", "ID3", "APETAG", "TAG", "udta", "uuid", "free", "test" }) Assert.False(Holds(clean.Bytes, word), $"{word} is still in it.");
        // Nor the instant at which it was made (MP4 counts seconds since 1904), nor the number of a stream.
        Assert.True(clean.Bytes.AsSpan().IndexOf(Mp4Boxes.Number(3_900_000_000)) < 0 && clean.Bytes.AsSpan().IndexOf("\u0007\u0007\u0007\u0007"u8) < 0);
        Assert.Equal(clean.Bytes, SoundFile.Clean(clean.Bytes).Bytes);
    }

    [Fact]
    public void The_sound_itself_is_the_same_frame_by_frame()
    {
        Assert.Equal(SomeSound.Mp3(4, tagged: false), SoundFile.Clean(SomeSound.Mp3(4)).Bytes);
        var samples = SoundFile.Clean(SomeSound.M4a(4)).Bytes;
        byte[] silence = [0x00, 0xC8, 0x00, 0x80, 0x23, 0x80];
        Assert.Equal(Enumerable.Repeat(silence, 4 * 44100 / 1024).SelectMany(s => s), samples[^(4 * 44100 / 1024 * 6)..]);
    }

    [Theory]
    [InlineData("places.record.not_sound", "<html><script>"), InlineData("places.record.not_sound", "RIFF    WAVEfmt "), InlineData("places.record.not_sound", ""), InlineData("places.record.not_sound", "OggS"), InlineData("places.record.not_sound", "    ftypisom")]
    public void What_is_no_sound_that_browsers_play_is_refused(string key, string file) => Assert.Equal(key, Refusal(Encoding.UTF8.GetBytes(file)));

    [Theory, MemberData(nameof(Each))]
    public void Three_minutes_and_no_longer_whatever_the_file_says_of_itself(string type)
    {
        Assert.Equal(180, SoundFile.Clean(Makers[type](180)).Seconds);
        Assert.Equal("places.record.too_long", Refusal(Makers[type](182)));
    }

    [Fact]
    public void A_megabyte_and_no_more_and_one_track_and_no_film()
    {
        Assert.Equal("places.record.too_large", Refusal(new byte[SoundFile.MostBytes + 1]));
        Assert.Equal("places.record.not_sound", Refusal(SomeSound.M4a(3, tracks: 2)));
        Assert.Equal("places.record.not_sound", Refusal(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(SomeSound.M4a(3)).Replace("soun", "vide", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_file_whose_pieces_lie_over_one_another_makes_no_more_of_itself() => Assert.Equal("places.record.not_sound", Refusal(SomeSound.M4a(60, isOverlaid: true)));

    // A file of a megabyte that unpacks to more, or for ever, would stop the console of everybody.
    [Theory, MemberData(nameof(Each))]
    public void Whatever_is_sent_ends_in_a_sound_or_a_refusal_and_never_in_more_than_was_sent(string type)
    {
        var (dice, file, sounds) = (new Random(20261130), Makers[type](3), 0);
        for (var turn = 0; turn < 4000; turn++)
        {
            var hostile = file.ToArray();
            for (var hits = dice.Next(1, 6); hits > 0; hits--) hostile[dice.Next(hostile.Length)] = (byte)dice.Next(256);
            if (turn % 3 == 0) hostile = hostile[..dice.Next(hostile.Length)];
            if (turn % 7 == 0) for (var at = dice.Next(hostile.Length + 1); at < Math.Min(hostile.Length, 200); at++) hostile[at] = 0xFF;
            if (type == SoundTypes.Opus) SomeSound.Mend(hostile);
            try
            {
                var clean = SoundFile.Clean(hostile);
                Assert.InRange(clean.Bytes.Length, 1, hostile.Length + 2000);
                Assert.Equal(clean.Bytes, SoundFile.Clean(clean.Bytes).Bytes);
                sounds++;
            }
            catch (RuleBroken)
            {
                continue;
            }
        }
        Assert.True(sounds > 20, $"Only {sounds} went through: nothing behind the first look was tried.");
    }

    private static string? Refusal(byte[] file)
    {
        try
        {
            SoundFile.Clean(file);
            return null;
        }
        catch (RuleBroken broken)
        {
            return broken.Key;
        }
    }

    private static bool Holds(byte[] bytes, string word) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;
}
