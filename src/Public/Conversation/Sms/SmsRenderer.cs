namespace Amparo.Public.Conversation.Sms;

/// <param name="Entries">How many entries it holds, from the one that was asked for.</param>
internal sealed record RenderedSms(string Text, int Entries, SmsLength Length);

/// <summary>
/// Makes an SMS of an answer: two parts at the most. What must be said is said; of the rest as much as there is room for, the weightier
/// first. An entry is said in a shorter way or waits for the next page; no name and no number is ever cut.
/// </summary>
internal static class SmsRenderer
{
    public const int MostSegments = 2;

    public static RenderedSms Render(Answer answer, int from = 0)
    {
        var draft = new Draft(answer, from);
        draft.Begin();
        draft.AddLines(Line.Wanted);
        draft.FillEntries();
        draft.AddLines(Line.Useful);
        draft.AddLines(Line.Spare);
        var text = draft.Text;
        return new(text, draft.Entries, SmsLength.Of(text));
    }

    private sealed class Draft(Answer answer, int from)
    {
        private readonly Line[] _lines = [.. answer.Before, .. answer.After];
        private readonly int[] _way = [.. answer.Before.Concat(answer.After).Select(l => l.Weight == Line.Must ? l.Ways.Count - 1 : -1)];
        private readonly List<string> _entries = [];

        public int Entries => _entries.Count;

        public string Text
        {
            get
            {
                var parts = new List<string>();
                for (var i = 0; i <= _lines.Length; i++)
                {
                    if (i == answer.Before.Count)
                    {
                        parts.AddRange(_entries);
                        if (answer.More is { } more && from + _entries.Count < answer.Entries.Count) parts.Add(more.Ways[0]);
                    }
                    if (i < _lines.Length && _way[i] >= 0) parts.Add(_lines[i].Ways[_way[i]]);
                }
                return Plain.Of(string.Join('\n', parts));
            }
        }

        private bool Fits => SmsLength.Of(Text).Segments <= MostSegments;

        /// <summary>The shortest that can be said: what must be, and one entry, or those that stand together.</summary>
        public void Begin()
        {
            foreach (var entry in answer.Entries.Skip(from).Take(from == 0 ? answer.Together : 1))
            {
                _entries.Add(entry.Ways[^1]);
                if (!Fits) _entries.RemoveAt(_entries.Count - 1);
            }
            for (var i = 0; i < _lines.Length; i++)
                if (_lines[i].Weight == Line.Must) Fullest(i);
        }

        public void AddLines(int weight)
        {
            for (var i = 0; i < _lines.Length; i++)
                if (_lines[i].Weight == weight) Fullest(i);
        }

        public void FillEntries()
        {
            for (var i = 0; i < _entries.Count; i++) Say(i, answer.Entries[from + i].Ways);
            while (from + _entries.Count < answer.Entries.Count)
            {
                var ways = answer.Entries[from + _entries.Count].Ways;
                _entries.Add("");
                // A further entry is said whole, or stands on the next page.
                if (!Say(_entries.Count - 1, ways.Take(1)))
                {
                    _entries.RemoveAt(_entries.Count - 1);
                    return;
                }
            }
        }

        private bool Say(int entry, IEnumerable<string> ways)
        {
            foreach (var way in ways)
            {
                _entries[entry] = way;
                if (Fits) return true;
            }
            return false;
        }

        private void Fullest(int line)
        {
            var before = _way[line];
            for (var way = 0; way < _lines[line].Ways.Count; way++)
            {
                _way[line] = way;
                if (Fits) return;
            }
            _way[line] = before;
        }
    }
}
