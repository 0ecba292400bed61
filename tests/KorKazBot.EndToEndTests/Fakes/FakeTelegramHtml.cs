using System.Globalization;
using System.Text;

namespace KorKazBot.Fakes;

/// <summary>A stretch of a message that looks or acts differently.</summary>
/// <param name="Type">As the Bot API names it.</param>
/// <param name="Offset">In UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Url">Where a link leads.</param>
public sealed record FakeTelegramEntity(string Type, int Offset, int Length, string? Url);

/// <summary>A message as its readers get it.</summary>
/// <param name="Text">Without markup.</param>
/// <param name="Entities">What the markup meant, inner before outer.</param>
public sealed record FakeTelegramText(string Text, IReadOnlyList<FakeTelegramEntity> Entities)
{
    /// <summary>The text of the first entity of a type; empty where there is none.</summary>
    public string First(string type) => All(type).FirstOrDefault("");

    /// <summary>The texts of all entities of a type.</summary>
    public IEnumerable<string> All(string type) =>
        Entities.Where(entity => entity.Type == type).Select(found => Text.Substring(found.Offset, found.Length));
}

/// <summary>
/// Reads Telegram's HTML as the Bot API's documentation tells it (Formatting options, HTML style), with the server's words for what is
/// wrong. Stricter than the server in one way: a bare <c>&amp;</c> or <c>&gt;</c> is an error, because the documentation asks to escape it.
/// </summary>
public sealed class FakeTelegramHtml
{
    private const int MostText = 4096;
    private const int MostEntities = 100;

    private static readonly HashSet<string> Tags =
        ["a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "span", "pre", "code", "blockquote"];

    private readonly string _html;
    private readonly StringBuilder _text = new();
    private readonly List<FakeTelegramEntity> _entities = [];
    private readonly Stack<(string Tag, string Argument, int Offset)> _open = new();
    private int _at;

    private FakeTelegramHtml(string html) => _html = html;

    /// <summary>Reads a message's text.</summary>
    /// <exception cref="FormatException">The server refuses it; the message is what follows <c>Bad Request: </c>.</exception>
    public static FakeTelegramText Read(string html) => new FakeTelegramHtml(html).Read();

    /// <summary>Checks a message without markup.</summary>
    /// <exception cref="FormatException">As for <see cref="Read(string)"/>.</exception>
    public static FakeTelegramText ReadPlain(string text) => Checked(text, []);

    private FakeTelegramText Read()
    {
        while (_at < _html.Length)
        {
            if (_html[_at] == '<') ReadTag();
            else if (_html[_at] == '&') ReadReference();
            else if (_html[_at] == '>') throw Unparsed("Bare '>'", _at);
            else _text.Append(_html[_at++]);
        }

        if (_open.TryPeek(out var open)) throw Unparsed($"Can't find end tag corresponding to start tag \"{open.Tag}\"");
        if (_entities.Count > MostEntities) throw new FormatException("more than 100 entities, of which Telegram ignores the rest");
        return Checked(_text.ToString(), _entities);
    }

    private static FakeTelegramText Checked(string text, List<FakeTelegramEntity> entities)
    {
        if (!IsWellFormed(text)) throw new FormatException("strings must be encoded in UTF-8");
        if (!text.EnumerateRunes().Any(IsSeen)) throw new FormatException("message text is empty");
        if (text.Length > MostText) throw new FormatException("message is too long");
        return new FakeTelegramText(text, entities);
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) return false;
        }

        return true;
    }

    private static bool IsSeen(Rune rune) =>
        !Rune.IsWhiteSpace(rune)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format)
        && rune.Value is not (0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 or (>= 0xFE00 and <= 0xFE0F));

    private void ReadReference()
    {
        var end = _html.IndexOf(';', _at);
        var name = end < 0 ? "" : _html[(_at + 1)..end];
        var letter = name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            ['#', 'x', .. var hex] when int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) => Letter(code),
            ['#', .. var digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code) => Letter(code),
            _ => throw Unparsed("Bare '&'", _at),
        };
        _text.Append(letter);
        _at = end + 1;
    }

    private string Letter(int code) => Rune.IsValid(code) && code > 0 ? new Rune(code).ToString() : throw Unparsed("No such character", _at);

    private void ReadTag()
    {
        var begin = _at++;
        if (_at < _html.Length && _html[_at] == '/')
        {
            ReadEnd(begin);
            return;
        }

        var tag = Take(letter => !char.IsWhiteSpace(letter) && letter != '>').ToLowerInvariant();
        if (_at >= _html.Length) throw Unparsed("Unclosed start tag", begin);
        if (!Tags.Contains(tag)) throw Unparsed($"Unsupported start tag \"{tag}\"", begin);
        var argument = ReadAttributes(tag, begin);
        if (tag == "span" && argument.Length == 0) throw Unparsed("Tag \"span\" must have class \"tg-spoiler\"", begin);
        if (tag == "blockquote" && _open.Any(open => open.Tag == tag)) throw Unparsed("Nested blockquote", begin);
        _open.Push((tag, argument, _text.Length));
    }

    private string ReadAttributes(string tag, int begin)
    {
        var argument = "";
        while (true)
        {
            Take(char.IsWhiteSpace);
            if (_at >= _html.Length) throw Unparsed("Unclosed start tag", begin);
            if (_html[_at] == '>')
            {
                _at++;
                return argument;
            }

            var name = Take(letter => !char.IsWhiteSpace(letter) && letter is not ('=' or '>'));
            if (name.Length == 0) throw Unparsed($"Empty attribute name in the tag \"{tag}\"", begin);
            if (tag == "blockquote" && name == "expandable")
            {
                argument = name;
                continue;
            }

            if (_at >= _html.Length || _html[_at] != '=')
                throw Unparsed($"Expected equal sign in declaration of an attribute of the tag \"{tag}\"", begin);
            _at++;
            var value = ReadValue(begin);
            if (tag == "a" && name == "href" || tag == "span" && name == "class" || tag == "code" && name == "class") argument = value;
        }
    }

    private string ReadValue(int begin)
    {
        if (_at >= _html.Length || _html[_at] is not ('"' or '\'')) throw Unparsed("Unexpected end of name token", begin);
        var end = _html.IndexOf(_html[_at], _at + 1);
        if (end < 0) throw Unparsed("Unclosed start tag", begin);
        var value = new FakeTelegramHtml(_html[(_at + 1)..end]);
        while (value._at < value._html.Length)
        {
            if (value._html[value._at] == '&') value.ReadReference();
            else value._text.Append(value._html[value._at++]);
        }

        _at = end + 1;
        return value._text.ToString();
    }

    private void ReadEnd(int begin)
    {
        _at++;
        var name = Take(letter => !char.IsWhiteSpace(letter) && letter != '>');
        Take(char.IsWhiteSpace);
        if (!_open.TryPop(out var open)) throw Unparsed("Unexpected end tag", begin);
        if (_at >= _html.Length || _html[_at] != '>') throw Unparsed("Unclosed end tag", begin);
        if (name != open.Tag) throw Unparsed($"Unmatched end tag, expected \"</{open.Tag}>\", found \"</{name}>\"", begin);
        _at++;
        if (_text.Length == open.Offset) return;
        var url = open.Tag == "a" ? open.Argument : null;
        _entities.Add(new FakeTelegramEntity(TypeOf(open.Tag, open.Argument), open.Offset, _text.Length - open.Offset, url));
    }

    private static string TypeOf(string tag, string argument) => tag switch
    {
        "a" => "text_link",
        "b" or "strong" => "bold",
        "i" or "em" => "italic",
        "blockquote" => argument.Length > 0 ? "expandable_blockquote" : "blockquote",
        _ => tag,
    };

    private string Take(Func<char, bool> belongs)
    {
        var start = _at;
        while (_at < _html.Length && belongs(_html[_at])) _at++;
        return _html[start.._at];
    }

    private static FormatException Unparsed(string what) => new($"can't parse entities: {what}");

    private FormatException Unparsed(string what, int at) => Unparsed($"{what} at byte offset {Encoding.UTF8.GetByteCount(_html.AsSpan(0, at))}");
}
