using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amparo.Publication;

/// <summary>
/// The words by which questions are read, for phones: one JSON file of a version of the program, shared by all packs and all
/// languages. A pack names the version with which it was written; the answers are the same where both are of one version.
/// </summary>
public static class PocketVocabulary
{
    private const int IdBytes = 8;
    private static readonly ConcurrentDictionary<Gazetteer, (byte[] Json, string Id)> Written = new();
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file: UTF-8, the same bytes for the same version of the program and of the gazetteer.</summary>
    public static ReadOnlyMemory<byte> Json(Gazetteer gazetteer) => Of(gazetteer).Json;

    /// <summary>Sixteen hexadecimal digits that change with the file: for its address, and in each pack.</summary>
    public static string IdOf(Gazetteer gazetteer) => Of(gazetteer).Id;

    private static (byte[] Json, string Id) Of(Gazetteer gazetteer) => Written.GetOrAdd(gazetteer, static of =>
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Write(of, ""))[..IdBytes]);
        return (Write(of, id), id);
    });

    private static byte[] Write(Gazetteer gazetteer, string id)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
        {
            json.WriteStartObject();
            json.WriteNumber("format", 1);
            json.WriteString("id", id);
            Vocabulary.Current.WriteTo(json);
            PocketGazetteer.WriteWords(json, gazetteer);
            json.WriteEndObject();
        }
        return stream.ToArray();
    }
}
