using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>The words by which an entry can be found beside its kind: what it is called, what it offers, whose it is, what is told of it.</summary>
internal static class Words
{
    private const int MostOfName = 24;
    private const int MostOffered = 24;
    private const int MostOfOwner = 12;
    private const int MostTold = 14;
    private const int MostRead = 60;
    private const int ShortestTold = 5;
    private const int Longest = 24;

    public static string[] Of(PublicPlace place, Vocabulary vocabulary, out WordMarks marks)
    {
        var words = new List<string>(32);
        var into = new Into(words, vocabulary);
        into.Add(place.Name, MostOfName);
        into.Add(place.Profile.AlternateName, MostOfName);
        var name = words.Count;
        foreach (var service in place.Profile.Services) if (service.Status == "active") into.Add(service.Name, name + MostOffered);
        var offered = words.Count;
        into.Add(place.Locality, offered + MostOfOwner);
        into.Add(place.AreaName, offered + MostOfOwner);
        into.Add(place.OrganizationName, offered + MostOfOwner);
        var owner = words.Count;
        foreach (var service in place.Profile.Services)
        {
            if (service.Status != "active") continue;
            foreach (var term in service.Terms ?? []) into.Add(term.Name, owner + MostTold);
            into.Tell(service.Description, owner + MostTold);
        }
        into.Tell(place.Profile.Description, owner + MostTold);
        marks = new((byte)name, (byte)offered, (byte)owner);
        return [.. words];
    }

    private readonly struct Into(List<string> words, Vocabulary vocabulary)
    {
        public void Add(string? text, int most)
        {
            if (string.IsNullOrEmpty(text)) return;
            var folded = FoldedText.Of(text, MostOfName);
            for (var i = 0; i < folded.Words.Count && words.Count < most; i++) Put(folded.Span(i, 1), most, isTold: false);
        }

        /// <summary>Of sentences, what names a subject, and long words while there is room.</summary>
        public void Tell(string? text, int most)
        {
            if (string.IsNullOrEmpty(text)) return;
            var folded = FoldedText.Of(text, MostRead);
            for (var i = 0; i < folded.Words.Count && words.Count < most; i++) Put(folded.Span(i, 1), most, isTold: true);
        }

        private void Put(ReadOnlySpan<char> word, int most, bool isTold)
        {
            if (word.Length < 2) return;
            var form = Stem.Of((word.Length > Longest ? word[..Longest] : word).ToString());
            var subject = vocabulary.Subjects.Of(form);
            if (subject is not null && words.Count < most && !words.Contains(subject)) words.Add(subject);
            if (isTold && (subject is not null || form.Length < ShortestTold || vocabulary.IsOrdinary(form))) return;
            if (words.Count < most && !words.Contains(form)) words.Add(form);
        }
    }
}

/// <summary>How many of an entry's words are of its name, and of its name and services, and of these and its organisation and town; the rest is told of it.</summary>
internal readonly record struct WordMarks(byte Name, byte Offered, byte Owner)
{
    /// <summary>4 for a word of the name, 3 of a service, 2 of the organisation or town, 1 of the description.</summary>
    public int Of(int at) => at < Name ? 4 : at < Offered ? 3 : at < Owner ? 2 : 1;
}
