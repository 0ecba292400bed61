using System.Text.Json;
using KorKazBot.Engine;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Corpus.Reading;

/// <summary>Reads <c>passages.jsonl</c>, a passage a line: <c>{"id","text","title","language"}</c>.</summary>
public static class BulkPassages
{
    /// <summary>Reads the lines; a bad one is reported and left out.</summary>
    /// <param name="bytes">The file, UTF-8.</param>
    /// <param name="file">The name to report under.</param>
    /// <param name="problems">Takes what is wrong; at most 100, lest a wrong file bury the person.</param>
    public static List<Passage> Read(ReadOnlyMemory<byte> bytes, string file, ICollection<CorpusProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var passages = new List<Passage>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var sources = new Dictionary<string, PassageSource>(StringComparer.Ordinal);
        var number = 0;
        var faults = 0;
        if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        while (!bytes.IsEmpty && faults < 100)
        {
            number++;
            var end = bytes.Span.IndexOf((byte)'\n');
            var line = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? default : bytes[(end + 1)..];
            if (line.Span.Trim(" \t\r"u8).IsEmpty) continue;

            if (ReadLine(line.Span, sources, out var reason) is not { } passage) reason ??= "The line is not a JSON object with id and text.";
            else if (!ids.Add(passage.Id)) reason = $"The passage '{passage.Id}' is there already.";
            else passages.Add(passage);

            if (reason is null) continue;
            problems.Add(new CorpusProblem(Severity.Error, file, number, reason, "Write {\"id\",\"text\",\"title\",\"language\"} on one line."));
            faults++;
        }

        return passages;
    }

    private static Passage? ReadLine(ReadOnlySpan<byte> line, Dictionary<string, PassageSource> sources, out string? reason)
    {
        reason = null;
        string? id = null, text = null, title = null, code = null;
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var key = reader.GetString();
                reader.Read();
                if (reader.TokenType != JsonTokenType.String)
                {
                    reader.Skip();
                    continue;
                }

                var value = reader.GetString();
                if (key == "id") id = value;
                else if (key == "text") text = value;
                else if (key == "title") title = value;
                else if (key == "language") code = value;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(id) || string.IsNullOrWhiteSpace(text)) return null;
        if (code is not null && !Languages.TryParse(code, out _))
        {
            reason = $"'{code}' is no language of ours; use en, ru, kk or ko.";
            return null;
        }

        title ??= "";
        if (!sources.TryGetValue(title, out var source)) sources.Add(title, source = new PassageSource("passages", title, null, null, null, null));
        return new Passage
        {
            Id = id,
            Turn = 0,
            Asked = title,
            Text = text,
            Language = Languages.TryParse(code, out var language) ? language : ScriptOf(text),
            Source = source,
        };
    }

    // Where a line doesn't tell its language, its script does: Hangul, Kazakh letters, other Cyrillic, else Latin.
    private static Language ScriptOf(string text)
    {
        var cyrillic = false;
        foreach (var letter in text)
        {
            if (letter is >= '가' and <= '힣') return Language.Korean;
            if (letter is 'ә' or 'ғ' or 'қ' or 'ң' or 'ө' or 'ұ' or 'ү' or 'һ' or 'і') return Language.Kazakh;
            cyrillic |= letter is >= 'а' and <= 'я';
        }

        return cyrillic ? Language.Russian : Language.English;
    }
}
