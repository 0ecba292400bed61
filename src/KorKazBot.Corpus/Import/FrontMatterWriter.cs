using System.Text;

namespace KorKazBot.Corpus.Import;

/// <summary>Writes the keys that are known and remembers those that are not.</summary>
internal sealed class FrontMatterWriter
{
    private readonly StringBuilder _yaml = new("---\n");

    /// <summary>The keys that nothing tells.</summary>
    public List<string> Missing { get; } = [];

    /// <summary>Adds a key, or notes it as missing.</summary>
    public void Add(string key, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) Missing.Add(key);
        else _yaml.Append(key).Append(": ").Append(Quoted(value)).Append('\n');
    }

    /// <summary>Adds a person, or notes it as missing.</summary>
    public void AddSpeaker(string key, string? name, string? role)
    {
        if (string.IsNullOrWhiteSpace(name)) Missing.Add(key);
        else if (string.IsNullOrWhiteSpace(role)) _yaml.Append(key).Append(": { name: ").Append(Quoted(name)).Append(" }\n");
        else _yaml.Append(key).Append(": { name: ").Append(Quoted(name)).Append(", role: ").Append(Quoted(role)).Append(" }\n");
    }

    /// <summary>The front matter with its closing line.</summary>
    public override string ToString() => _yaml + "---\n";

    // Plain where YAML reads it as the same text, else in double quotes.
    private static string Quoted(string value)
    {
        var text = string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var isPlain = char.IsLetterOrDigit(text[0]) && text.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '.' or '\'' or '’' or '«' or '»' or '(' or ')' or '/' or '&')
            && !(text is "true" or "false" or "yes" or "no" or "null" or "on" or "off");
        if (isPlain) return text;

        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (letter is '"' or '\\') quoted.Append('\\').Append(letter);
            else if (char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029' or '\uFEFF') quoted.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
            else quoted.Append(letter);
        }

        return quoted.Append('"').ToString();
    }
}
