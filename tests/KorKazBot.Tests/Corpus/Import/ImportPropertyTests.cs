using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KorKazBot.Corpus.Import;

namespace KorKazBot.Tests.Corpus.Import;

public sealed partial class ImportPropertyTests
{
    private static readonly string[] Pieces =
    [
        "Q: ", "A: ", "Q. ", "A2. ", "Вопрос: ", "Ответ: ", "С: ", "Ж: ", "문: ", "답: ", "Koo Hong-seok: ", "Kazinform: ", "**Koo:** ",
        "– ", "- ", "— ", "-- ", "▲ ", "◆ ", "1. ", "2) ", "**", "__", "*", "_", "## ", "### ", "#", ">", "---", "\\", "(laughs)", "Really?",
        "How are you?", "Как дела?", "Расскажите о себе.", "Не знаете?", "어떻습니까?", "네.", "It is a long answer that goes on for a while.",
        "and", "Thank you for the interview!", "Спасибо за беседу!", "NUR-SULTAN. KAZINFORM - ", "2021-05-26", "12 мая 2023",
        "\n", "\n\n", "\r\n", "\n", "\u00A0", "\uFEFF", " ", "\t", "\u2028", "\0", "\uD83D", "😀", "Title", ":", "\"",
        "Interview by X", "Mr. Ambassador, ",
    ];

    [Property(MaxTest = 1500)]
    public Property Whatever_signs_are_mixed_the_words_come_out_whole_and_in_order() => Prop.ForAll(Transcripts(), text =>
    {
        var markdown = TranscriptImporter.Import(text, new ImportOptions { Id = "one" }).Markdown;

        Assert.True(Survives(text, Everything(markdown)), Everything(markdown));
    });

    private static Arbitrary<string> Transcripts() => Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    // The title, then the body without the marks of the format.
    private static string Everything(string markdown)
    {
        var lines = markdown.Split('\n');
        var end = Array.IndexOf(lines, "---", 1);
        var title = lines[..end].FirstOrDefault(line => line.StartsWith("title: ", StringComparison.Ordinal))?["title: ".Length..] ?? "";
        return Plain(title is ['"', .. var inner, '"'] ? Unescaped(inner) : title) + string.Concat(lines[(end + 1)..].Select(Bare));
    }

    private static string Bare(string line) => line switch
    {
        ['#', '#', ' ', .. var asked] => Plain(asked),
        ['>', ' ', .. var aside] => Plain(aside),
        ['\\', .. var escaped] => Plain(escaped),
        _ => Plain(line),
    };

    private static string Unescaped(string yaml) =>
        Escape().Replace(yaml, match => match.Value[1] == 'u' ? $"{(char)Convert.ToInt32(match.Value[2..], 16)}" : match.Value[1..]);

    // What is left of each line after its marks stands in the output after what is left of the lines before.
    private static bool Survives(string source, string output)
    {
        var reachable = new HashSet<int> { 0 };
        var lines = LineEnd().Split(source).Select(Plain).ToList();
        foreach (var wanted in lines)
        {
            // A name alone on its line stands there several times.
            var isName = wanted.Length <= 40 && lines.Count(line => line == wanted) > 1;
            var starts = Enumerable.Range(0, wanted.Length + 1)
                .Where(start => start == 0 || (start == wanted.Length && isName) || Mark().IsMatch(wanted[..start]))
                .ToList();
            reachable =
            [
                .. from position in reachable
                   from start in starts
                   where output.AsSpan(position).StartsWith(wanted.AsSpan(start), StringComparison.Ordinal)
                   select position + wanted.Length - start,
            ];
        }

        return reachable.Contains(output.Length);
    }

    private static string Plain(string text) =>
        string.Concat(text.Where(character => !char.IsWhiteSpace(character) && character is not ('*' or '_' or '#' or '\uFEFF')));

    [GeneratedRegex(@"\r\n|[\n\r\u0085\u2028\u2029\f]")]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"\\(u[0-9A-F]{4}|.)")]
    private static partial Regex Escape();

    // A number, a sign, a label with its colon, stop or dash; several in a row.
    [GeneratedRegex(
        @"^((\d{1,3}[.)-]|[-–—]{1,2}|[▲◆]|\p{L}[^:：]{0,48}[:：]|([qaвосжcbo]|문|답|question|answer|вопрос|ответ)(\.?\d{0,3}[.)-]|\.\d{1,3}))+)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
