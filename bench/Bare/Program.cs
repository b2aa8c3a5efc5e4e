// The least that Kestrel can do: what /health/live is measured against.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
var ok = "ok"u8.ToArray();
app.Run(context =>
{
    context.Response.ContentType = "text/plain";
    context.Response.ContentLength = ok.Length;
    return context.Response.Body.WriteAsync(ok).AsTask();
});
app.Run();
