using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Amparo.Publication;
using Amparo.Tests.Publication;

namespace Amparo.Tests.HubBox;

/// <summary>A server that gives out a house's edition, or other files, over a line that can be cut after any number of bytes.</summary>
/// <param name="files">What lies at a path; null: nothing.</param>
internal sealed class Line(Func<string, byte[]?> files) : HttpMessageHandler
{
    private const string Current = "/editions/current", Objects = "/editions/objects/";
    private int _open = int.MaxValue;

    public Line(House house) : this(path => File.ReadAllBytes(path == Current ? Path.Combine(house.Store.FolderOf(house.Store.CurrentVersion()!.Value), "envelope.json") : house.Store.ObjectOf(path[Objects.Length..])))
    {
    }

    /// <summary>After so many bytes nothing comes any more, until it is set anew.</summary>
    public int Open { get => _open; set => _open = value; }

    public Func<string, byte[], byte[]> Change { get; set; } = (_, bytes) => bytes;
    public byte[]? Envelope { get; set; }
    public int Sent { get; private set; }
    public List<string> Asked { get; } = [];

    public HttpClient Client() => new(this, disposeHandler: false) { BaseAddress = new("https://server.example/") };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (Asked)
        {
            var path = request.RequestUri!.AbsolutePath;
            Asked.Add(path);
            if (_open <= 0) throw new HttpRequestException("The line is cut.");
            if (path == Current) return Task.FromResult(Whole(Envelope ?? files(path)!, 0));
            if (files(path) is not { } there) return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
            var bytes = Change(path, there);
            var answer = Whole(bytes, (int)(request.Headers.Range?.Ranges.Single().From ?? 0));
            if (path.StartsWith(Objects, StringComparison.Ordinal)) return Task.FromResult(answer);
            answer.Headers.ETag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"");
            return Task.FromResult(request.Headers.IfNoneMatch.Contains(answer.Headers.ETag) ? new HttpResponseMessage(HttpStatusCode.NotModified) : answer);
        }
    }

    private HttpResponseMessage Whole(byte[] bytes, int from)
    {
        var answer = new HttpResponseMessage(from == 0 ? HttpStatusCode.OK : HttpStatusCode.PartialContent) { Content = new StreamContent(new Cut(this, bytes[from..])) };
        if (from > 0) answer.Content.Headers.ContentRange = new ContentRangeHeaderValue(from, bytes.Length - 1, bytes.Length);
        return answer;
    }

    private sealed class Cut(Line line, byte[] bytes) : Stream
    {
        private int _at;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            lock (line.Asked)
            {
                if (_at == bytes.Length) return 0;
                if (line._open <= 0) throw new IOException("The line is cut.");
                var some = Math.Min(Math.Min(buffer.Length, bytes.Length - _at), Math.Min(line._open, 700));
                bytes.AsSpan(_at, some).CopyTo(buffer);
                (_at, line._open, line.Sent) = (_at + some, line._open - some, line.Sent + some);
                return some;
            }
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

/// <summary>A hub's folder, and what fetches into it.</summary>
internal sealed class Copy : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-copy-").FullName;

    public Copy(House house, Line line, bool trusts = true)
    {
        Data = new(_folder, Path.Combine(_folder, "kept"));
        (Store, Keys, Memory) = (new(Data), new(Data.Keys), new(Path.Combine(_folder, "hub")));
        if (trusts) Keys.Pin(File.ReadAllText(Path.Combine(house.Data.Keys, "root.public")));
        Loader = new(Store, Keys);
        Fetcher = new(Store, Keys, line.Client(), Memory);
    }

    public DataFolder Data { get; }
    public EditionStore Store { get; }
    public KeyFolder Keys { get; }
    public FetchMemory Memory { get; }
    public EditionLoader Loader { get; }
    public EditionFetcher Fetcher { get; }

    /// <summary>What lies below the editions, without what only a publisher needs.</summary>
    public SortedDictionary<string, string> Files() => new(Directory.EnumerateFiles(Store.Folder, "*", SearchOption.AllDirectories)
        .Where(f => !f.EndsWith(".lock", StringComparison.Ordinal))
        .ToDictionary(f => Path.GetRelativePath(Store.Folder, f), f => Convert.ToHexStringLower(File.ReadAllBytes(f))), StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
