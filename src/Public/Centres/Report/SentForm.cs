using System.Text;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Centres.Report;

/// <summary>A form as it arrived, whatever it was.</summary>
internal sealed record SentForm(IFormCollection? Fields)
{
    /// <summary>Reads the form; without fields where it is none that can be read.</summary>
    public static async Task<SentForm> Read(HttpRequest request, CancellationToken stop)
    {
        if (!request.HasFormContentType) return new((IFormCollection?)null);
        try
        {
            return new(await request.ReadFormAsync(new() { ValueCountLimit = 40, KeyLengthLimit = 64, ValueLengthLimit = 64 * 1024, BufferBody = false }, stop));
        }
        catch (InvalidDataException)
        {
            return new((IFormCollection?)null);
        }
    }

    public string this[string name] => Fields?[name].FirstOrDefault() ?? "";

    /// <summary>The words of a field without signs that no person types; lines stay.</summary>
    public string Words(string name) =>
        string.Concat(this[name].ReplaceLineEndings("\n").EnumerateRunes().Where(r => r.Value == '\n' || !Rune.IsControl(r)).Select(r => r.ToString())).Trim();
}
