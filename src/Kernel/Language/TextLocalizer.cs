using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;

namespace Amparo.Kernel;

/// <summary>Our texts behind the framework's own door, so that its validation messages speak the reader's language too.</summary>
internal sealed partial class TextLocalizer(Texts texts) : IStringLocalizer, IStringLocalizerFactory
{
    public LocalizedString this[string name] =>
        texts.Find(Language, name) is { } text ? new(name, text.Other) : new(name, name, resourceNotFound: true);

    // The framework passes values by position, our texts name them: they are filled in the order in which they appear.
    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var found = this[name];
            var next = 0;
            return new(name, Placeholder().Replace(found.Value, m => next < arguments.Length ? Convert.ToString(arguments[next++], CultureInfo.CurrentCulture)! : m.Value), found.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => texts.Keys(Language).Select(k => this[k]);
    public IStringLocalizer Create(Type resourceSource) => this;
    public IStringLocalizer Create(string baseName, string location) => this;

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is var l && Languages.All.Contains(l) ? l : Languages.Base;

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
