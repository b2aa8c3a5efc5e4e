using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Amparo.Contracts.Places;
using Microsoft.Win32.SafeHandles;

namespace Amparo.Publication;

/// <summary>
/// One verified file of an edition. Its records stay on the disk, where the system's cache holds them; here lie only where
/// each begins. Editions share the files that did not change, and the last one that lets go of a file closes it.
/// </summary>
internal sealed class ShardFile
{
    private readonly SafeFileHandle _file;
    private readonly int[] _starts;

    private ShardFile(EditionFile described, SafeFileHandle file, int[] starts)
    {
        (Described, _file, _starts) = (described, file, starts);
    }

    public EditionFile Described { get; }

    public int Count => _starts.Length - 1;

    /// <exception cref="EditionDamaged">It is missing, or not what the envelope says.</exception>
    /// <param name="each">Sees every line once while it is read anyway.</param>
    public static ShardFile Open(EditionStore store, EditionFile described, Action<ReadOnlySpan<byte>>? each = null)
    {
        var file = OpenHandle(store, described);
        var size = checked((int)described.Size);
        var bytes = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            if (RandomAccess.GetLength(file) != size || Fill(file, bytes.AsSpan(0, size), 0) != size) throw new EditionDamaged($"The file {described.Name} is not as long as the envelope says.");
            var content = bytes.AsSpan(0, size);
            if (Convert.ToHexStringLower(SHA256.HashData(content)) != described.Sha256) throw new EditionDamaged($"The file {described.Name} is not what was signed: its hash differs.");
            return new(described, file, Starts(content, described, each));
        }
        catch
        {
            file.Dispose();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    public T Read<T>(int line)
    {
        var (start, length) = (_starts[line], _starts[line + 1] - _starts[line] - 1);
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            if (Fill(_file, bytes.AsSpan(0, length), start) != length) throw new EditionDamaged($"The file {Described.Name} became shorter.");
            return JsonSerializer.Deserialize<T>(bytes.AsSpan(0, length), CompactJson.Options)!;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static SafeFileHandle OpenHandle(EditionStore store, EditionFile described)
    {
        try
        {
            return File.OpenHandle(store.ObjectOf(described.Sha256));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EditionDamaged($"The file {described.Name} is missing.");
        }
    }

    private static int Fill(SafeFileHandle file, Span<byte> into, long from)
    {
        var done = 0;
        while (done < into.Length && RandomAccess.Read(file, into[done..], from + done) is > 0 and var read) done += read;
        return done;
    }

    private static int[] Starts(ReadOnlySpan<byte> content, EditionFile described, Action<ReadOnlySpan<byte>>? each)
    {
        if (content[^1] != '\n' || content.Count((byte)'\n') != described.Records) throw new EditionDamaged($"The file {described.Name} does not hold as many records as the envelope says.");
        var starts = new int[described.Records + 1];
        for (var i = 0; i < described.Records; i++)
        {
            var length = content[starts[i]..].IndexOf((byte)'\n');
            each?.Invoke(content.Slice(starts[i], length));
            starts[i + 1] = starts[i] + length + 1;
        }
        return starts;
    }
}
