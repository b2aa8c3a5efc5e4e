using Amparo.Web.CommandLine;

return await Verbs.Run(args);

public partial class Program;
