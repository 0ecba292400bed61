using System.Collections.Immutable;
using System.Globalization;
using KorKazBot.Engine;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Corpus.Reading;

/// <summary>One <c>&lt;lang&gt;.md</c> as read: an original or a translation.</summary>
internal sealed record InterviewFile(
    string File, Language Language, bool IsTranslation, string? Title, Speaker? Interviewee, string? Interviewer, string? Publisher,
    string? Translator, DateOnly? Date, string? Place, Uri? Source, ImmutableArray<InterviewTurn> Turns)
{
    private static readonly string[] Keys =
    [
        "id", "title", "interviewee", "interviewer", "publisher", "date", "place", "language", "source", "translation", "translator",
    ];

    /// <summary>Reads a file's text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="file">The name to report under.</param>
    /// <param name="id">The id that the folder's name gives.</param>
    /// <param name="language">The language that the file's name gives.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>What was read; null where errors make it unusable.</returns>
    public static InterviewFile? Read(string text, string file, string id, Language language, FileProblems problems)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++) lines[i] = lines[i].TrimEnd('\r');
        if (lines[0].TrimEnd() != "---")
        {
            problems.Error(1, "The file doesn't begin with front matter.", "Begin it with a line '---', the keys, and another line '---'.");
            return null;
        }

        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == "---");
        if (end < 0)
        {
            problems.Error(1, "The front matter is never closed.", "Put a line '---' after the last key.");
            return null;
        }

        var values = FrontMatter.Read(string.Join('\n', lines[1..end]), 2, problems);
        if (problems.HasErrors) return null;
        var fields = new Fields(values, problems);
        fields.RefuseUnknown(Keys);
        fields.Expect("id", id, "The folder's name and the id must be the same.");
        fields.Expect("language", language.ToCode(), "The file's name and the language must be the same.");
        var read = new InterviewFile(
            file, language, fields.Flag("translation"), fields.Text("title"), fields.Speaker("interviewee"), fields.Text("interviewer"),
            fields.Text("publisher"), fields.Text("translator"), fields.Date("date"), fields.Text("place"), fields.Link("source"),
            InterviewBody.Read(lines, end + 1, problems));
        if (!problems.HasErrors && read.Turns.All(turn => turn.Paragraphs.IsEmpty))
            problems.Error(end + 2, "The interview has no text.", "Add the questions as '## ' headings and the answers below them.");
        return problems.HasErrors ? null : read;
    }

    private sealed class Fields(IReadOnlyDictionary<string, FrontMatterValue> values, FileProblems problems)
    {
        public void RefuseUnknown(string[] keys)
        {
            foreach (var (key, value) in values)
            {
                if (!keys.Contains(key)) problems.Warning(value.Line, $"The key '{Shown(key)}' is unknown.", $"Use one of: {string.Join(", ", keys)}.");
            }
        }

        public void Expect(string key, string expected, string remedy)
        {
            if (!values.TryGetValue(key, out var value)) problems.Error(2, $"The key '{key}' is missing.", $"Add '{key}: {expected}'.");
            else if (value.Text != expected) problems.Error(value.Line, $"'{key}' is '{Shown(value.Text ?? "…")}' but should be '{expected}'.", remedy);
        }

        public string? Text(string key)
        {
            if (!values.TryGetValue(key, out var value)) return null;
            if (value.Text is { } text && text.Trim().Length > 0 && !text.Any(char.IsControl)) return text.Trim();
            problems.Error(value.Line, $"'{key}' has no usable text.", "Write one line of text, or remove the key.");
            return null;
        }

        public bool Flag(string key)
        {
            if (!values.TryGetValue(key, out var value)) return false;
            if (value.Text is "true" or "false") return value.Text == "true";
            problems.Error(value.Line, $"'{key}' must be true or false.", $"Write '{key}: true', or remove the key.");
            return false;
        }

        public DateOnly? Date(string key)
        {
            if (Text(key) is not { } text) return null;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
            problems.Error(values[key].Line, $"'{Shown(text)}' is no date.", "Write it as year-month-day: 2021-05-26.");
            return null;
        }

        public Uri? Link(string key)
        {
            if (Text(key) is not { } text) return null;
            if (Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "http" or "https") return link;
            problems.Error(values[key].Line, $"'{Shown(text)}' is no web address.", "Write the page's address beginning with https://, or remove the key.");
            return null;
        }

        public Speaker? Speaker(string key)
        {
            if (!values.TryGetValue(key, out var value)) return null;
            if (value.Fields is not { } parts) return Text(key) is { } name ? new Speaker(name, null) : null;
            var inner = new Fields(parts, problems);
            inner.RefuseUnknown(["name", "role"]);
            if (inner.Text("name") is { } named) return new Speaker(named, inner.Text("role"));
            problems.Error(value.Line, $"'{key}' has no name.", "Write { name: Koo Hong-seok, role: Ambassador }.");
            return null;
        }

        private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";
    }
}
