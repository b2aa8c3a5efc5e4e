using System.Text;
using Amparo.Public.Serving;
using Amparo.Tests.Geography;

namespace Amparo.Tests.Public.Map;

/// <summary>What is drawn under the places: small enough to be paid for, and nothing in it that leads anybody anywhere.</summary>
public sealed class BaseMapTests
{
    private const int Budget = 400 * 1024;

    [Fact]
    public void The_base_map_of_the_eight_countries_with_its_towns_is_400_KB_or_less_packed()
    {
        Assert.InRange(Assets.BaseMap.BytesAs(PackedAs.Gzip), 50_000, Budget);
        Assert.InRange(Assets.BaseMap.BytesAs(PackedAs.Brotli), 50_000, Assets.BaseMap.BytesAs(PackedAs.Gzip));
        // Both packings hold the same map.
        Assert.Equal(Unpacked.Bytes(File.ReadAllBytes(Built("base.map.gz")), "gzip"), Unpacked.Bytes(File.ReadAllBytes(Built("base.map.br")), "br"));
    }

    [Fact]
    public void It_holds_coasts_and_borders_of_countries_and_no_other_line()
    {
        var map = new BaseMapReader(Bytes());
        Assert.All(map.Lines, line => Assert.True(line.Points.Count >= 2));
        Assert.Equal(Enumerable.Range(0, map.Lines.Count), map.Lands.SelectMany(l => l).SelectMany(ring => ring).Select(n => n < 0 ? ~n : n).Distinct().Order());
        // A border is where two lands meet: what only one land uses is its coast.
        var uses = map.Lands.SelectMany(l => l).SelectMany(ring => ring).Select(n => n < 0 ? ~n : n).CountBy(n => n).ToDictionary();
        Assert.All(map.Lines.Select((line, number) => (line, number)), l => Assert.Equal(uses[l.number] > 1, l.line.IsBorder));
        Assert.All(map.Lands.SelectMany(l => l), ring => Assert.True(map.IsClosed(ring)));
        Assert.All(map.Lands, land => Assert.NotEmpty(land));
    }

    [Fact]
    public void Every_capital_and_every_town_of_the_routes_that_has_room_stands_where_the_gazetteer_has_it()
    {
        var map = new BaseMapReader(Bytes());
        Assert.InRange(map.Towns.Count, 5_000, 12_000);
        foreach (var (slug, name) in new[] { ("mexico-city-mx", "Ciudad de México"), ("tapachula-mx", "Tapachula"), ("tegucigalpa-hn", "Tegucigalpa"), ("san-pedro-sula-hn", "San Pedro Sula"), ("belmopan-bz", "Belmopan") })
        {
            var point = Geodata.Gazetteer.BySlug(slug)!.Point;
            var (_, longitude, latitude, zoom) = map.Towns.First(t => t.Name == name);
            Assert.InRange(Math.Abs(point.Latitude - latitude), 0, 0.001);
            Assert.InRange(Math.Abs(point.Longitude - longitude), 0, 0.001);
            Assert.InRange(zoom, 5, 8);
        }
        Assert.DoesNotContain(map.Towns, t => string.IsNullOrWhiteSpace(t.Name));
    }

    private static string Built(string file) => Path.Combine(Geodata.Root(), "web", "geodata", "dist", "map", file);

    private static byte[] Bytes() => Unpacked.Bytes(File.ReadAllBytes(Built("base.map.gz")), "gzip");

    /// <summary>Reads the file by its description alone, so that the description is held too.</summary>
    private sealed class BaseMapReader
    {
        private readonly byte[] _bytes;
        private int _at = 4;

        public BaseMapReader(byte[] bytes)
        {
            _bytes = bytes;
            Assert.Equal("AMB1", Encoding.ASCII.GetString(bytes, 0, 4));
            (long X, long Y) first = (0, 0);
            Lines = Times(Unsigned(), () =>
            {
                var head = Unsigned();
                var points = Steps(head / 2, first);
                first = points[0];
                return (points, head % 2 == 1);
            });
            Lands = [Times(Unsigned(), () => Times(Unsigned(), () => (int)Signed())), Times(Unsigned(), () => Times(Unsigned(), () => (int)Signed()))];
            Times(Unsigned(), () => { _at += 2; return (Signed(), Signed()); });
            var zooms = Enumerable.Range(5, 8).SelectMany(zoom => Enumerable.Repeat(zoom, (int)Unsigned())).ToList();
            var points = Steps(zooms.Count, (0, 0));
            var names = Encoding.UTF8.GetString(_bytes, _at, _bytes.Length - _at).Split('\n');
            Assert.Equal(zooms.Count, names.Length);
            Towns = [.. zooms.Select((zoom, i) => (names[i], points[i].X / 1000.0, points[i].Y / 1000.0, zoom))];
        }

        public List<(List<(long X, long Y)> Points, bool IsBorder)> Lines { get; }
        public List<List<List<int>>> Lands { get; }
        public List<(string Name, double Longitude, double Latitude, int Zoom)> Towns { get; }

        public bool IsClosed(List<int> ring)
        {
            for (var i = 0; i < ring.Count; i++)
                if (End(ring[i], last: true) != End(ring[(i + 1) % ring.Count], last: false)) return false;
            return true;
        }

        private (long, long) End(int number, bool last) => Lines[number < 0 ? ~number : number].Points is var points && last == number >= 0 ? points[^1] : points[0];

        private List<(long X, long Y)> Steps(long count, (long X, long Y) from) => Times(count, () => from = (from.X + Signed(), from.Y + Signed()));

        private static List<T> Times<T>(long count, Func<T> make)
        {
            var made = new List<T>((int)count);
            for (var i = 0; i < count; i++) made.Add(make());
            return made;
        }

        private long Signed() => Unsigned() is var value && value % 2 == 1 ? -(value + 1) / 2 : value / 2;

        private long Unsigned()
        {
            for (long value = 0, unit = 1; ; unit *= 128)
            {
                var one = _bytes[_at++];
                value += (one & 127) * unit;
                if (one < 128) return value;
            }
        }
    }
}
