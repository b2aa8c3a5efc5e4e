using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.SigningIn;

/// <summary>What the script needs to ask the browser for a passkey. Without script nothing of it is shown.</summary>
/// <param name="Deed"><c>get</c> or <c>make</c>.</param>
/// <param name="Question">Where the question is fetched.</param>
/// <param name="Action">Where the answer is posted.</param>
internal sealed record PasskeyForm(Words W, string Deed, string Question, string Action, string TextKey);

/// <summary>The answer, as the script fills it in.</summary>
internal sealed class PasskeyAnswer
{
    public string? Credential { get; set; }
    public string? State { get; set; }

    /// <summary>What the passkey's own secret gave (PRF), where browser and key can.</summary>
    public string? Prf { get; set; }

    public bool IsGiven => !string.IsNullOrEmpty(Credential);
    public string? Secret => Prf is { Length: > 20 and < 100 } ? Prf : null;
}

internal static class PasskeyJson
{
    public static ContentResult Of(PasskeyQuestion question) => new()
    {
        ContentType = "application/json", Content = $$"""{"options":{{question.Options}},"state":{{System.Text.Json.JsonSerializer.Serialize(question.State)}}}""",
    };
}
