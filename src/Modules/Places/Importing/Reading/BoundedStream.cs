using System.Text;
using System.Xml;

namespace Amparo.Places.Importing;

/// <summary>
/// A stream of mark-up that ends the reading before memory does: after so many bytes, or inside a tag without end (an
/// attribute of a gigabyte would be held as one string by the reader behind it).
/// </summary>
internal sealed class BoundedStream(Stream inner, long most, string name) : Stream
{
    private const int LongestTag = 1 << 20;
    private long _read;
    private int _tag = -1;
    private byte _quote;
    private bool _declaration;

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (InvalidDataException e)
        {
            throw new BrokenFile("bad_zip", name, e);
        }
        _read += read;
        if (_read > most) throw new BrokenFile("unpacks_too_large", name);
        foreach (var b in buffer[..read]) Watch(b);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    private void Watch(byte b)
    {
        if (_tag < 0)
        {
            if (b == '<') (_tag, _quote, _declaration) = (0, 0, false);
            return;
        }
        if (++_tag > LongestTag) throw new BrokenFile("tag_too_long", name);
        if (_tag == 1 && b is (byte)'!' or (byte)'?') _declaration = true;
        if (_quote != 0) _quote = b == _quote ? (byte)0 : _quote;
        else if (b is (byte)'"' or (byte)'\'' && !_declaration) _quote = b;
        else if (b == '>') _tag = -1;
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _read; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Readers of mark-up that fetch nothing and expand nothing.</summary>
internal static class SafeXml
{
    static SafeXml() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static XmlReader Open(Stream stream, long most, string name) => XmlReader.Create(new BoundedStream(stream, most, name), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersInDocument = most, CloseInput = true,
    });

    public static BrokenFile Broken(XmlException e) =>
        new(e.Message.Contains("DTD", StringComparison.Ordinal) ? "xml_dtd" : "bad_xml", e.LineNumber.ToString(System.Globalization.CultureInfo.InvariantCulture), e);
}
