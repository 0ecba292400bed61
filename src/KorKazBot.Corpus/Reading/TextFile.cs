using System.Text;

namespace KorKazBot.Corpus.Reading;

/// <summary>Decodes text files: UTF-8 only; anything else is named, never guessed at.</summary>
public static class TextFile
{
    /// <summary>Largest text file that is read, in bytes.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>Longest line that is read, in UTF-16 units.</summary>
    public const int MaxLineCharacters = 200_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes a file's bytes; a byte order mark is taken off.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="text">The text.</param>
    /// <param name="problem">What is wrong and what to do; null where nothing is.</param>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, out string text, out (int Line, string Reason, string Remedy)? problem)
    {
        (text, problem) = ("", null);
        if (bytes.IsEmpty) problem = (0, "The file is empty.", "Add its text, or remove it.");
        else if (bytes.Length > MaxBytes) problem = (0, $"The file is larger than {MaxBytes / 1024 / 1024} MB.", "Split it, or put bulk passages into passages.jsonl.");
        else if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (problem is not null) return false;

        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            text = "";
        }

        if (text.Length == 0 || text.Contains('\0', StringComparison.Ordinal))
        {
            var encoding = EncodingGuess.Of(bytes);
            problem = (0, $"The file is not UTF-8; it looks like {encoding}.", $"Convert it: iconv -f {encoding} -t UTF-8 FILE > NEW");
            return false;
        }

        var line = LongLine(text);
        if (line > 0) problem = (line, $"The line is longer than {MaxLineCharacters:N0} characters.", "Break it into paragraphs.");
        return line == 0;
    }

    private static int LongLine(string text)
    {
        var number = 1;
        for (var start = 0; start < text.Length; number++)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (end - start > MaxLineCharacters) return number;
            start = end + 1;
        }

        return 0;
    }
}
