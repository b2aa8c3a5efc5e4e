using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Public.Packs;

/// <summary>Draws the readers' own views without a request.</summary>
internal sealed class ViewDrawing(IServiceProvider scope)
{
    private readonly IRazorViewEngine _views = scope.GetRequiredService<IRazorViewEngine>();
    private readonly ActionContext _context = new(new DefaultHttpContext { RequestServices = scope }, new RouteData(), new ActionDescriptor());
    private readonly EmptyModelMetadataProvider _metadata = new();

    /// <summary>On one line, with each run of blanks as one.</summary>
    public async Task<string> Draw<T>(string path, T model)
    {
        var view = _views.GetView(null, path, isMainPage: false).View ?? throw new InvalidOperationException($"There is no view {path}.");
        await using var text = new StringWriter();
        var data = new ViewDataDictionary<T>(_metadata, new ModelStateDictionary()) { Model = model };
        await view.RenderAsync(new(_context, view, data, new TempDataDictionary(_context.HttpContext, NoTempData.Instance), text, new HtmlHelperOptions()));
        return Slots.Plain(OneLine(text.GetStringBuilder()));
    }

    private static string OneLine(StringBuilder drawn)
    {
        var (line, blank) = (new StringBuilder(drawn.Length), true);
        foreach (var chunk in drawn.GetChunks())
            foreach (var c in chunk.Span)
            {
                var isBlank = c is ' ' or '\n' or '\r' or '\t';
                if (!isBlank) line.Append(c);
                else if (!blank) line.Append(' ');
                blank = isBlank;
            }
        if (line.Length > 0 && line[^1] == ' ') line.Length--;
        return line.ToString();
    }

    private sealed class NoTempData : ITempDataProvider
    {
        public static NoTempData Instance { get; } = new();

        public IDictionary<string, object> LoadTempData(HttpContext context) => new Dictionary<string, object>();

        public void SaveTempData(HttpContext context, IDictionary<string, object> values)
        {
        }
    }
}
