using KorKazBot.Corpus;
using KorKazBot.Corpus.Import;
using KorKazBot.Engine;

namespace KorKazBot.Tests.Corpus.Import;

/// <summary>
/// Transcripts as papers and agencies print them, each beside what it holds: its turns, lead paragraphs and title, then every question
/// after the number of its answer's paragraphs, and after &gt; what is kept but quoted by nobody.
/// </summary>
public sealed class TranscriptFilesTests : IDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "TestData", "transcripts");

    private readonly DirectoryInfo _corpus = Directory.CreateTempSubdirectory("transcripts");

    public static TheoryData<string> Names => [.. Files("*").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    public void Dispose() => _corpus.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_transcript_is_read_as_a_person_would(string name)
    {
        var markdown = Import(name);

        Assert.Equal(File.ReadAllText(Path.Combine(Folder, name + ".expected")), Describe(markdown));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_corpus_takes_the_import_without_an_error_and_quotes_it_as_printed(string name)
    {
        var markdown = Import(name);
        InterviewFolder.Write(Path.Combine(_corpus.FullName, "interviews"), "one", Language.English, markdown, force: true);

        var interview = new CorpusFolder(_corpus.FullName).Read().Interviews.Single();

        // Letters only: line breaks inside a paragraph and the signs of bold type go.
        var printed = Letters(File.ReadAllText(Path.Combine(Folder, name + ".txt")));
        var quoted = interview.Turns.SelectMany(turn => turn.Paragraphs.Prepend(turn.Asked));
        Assert.All(quoted, text => Assert.Contains(Letters(text), printed, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("labels", 6)]
    [InlineData("names", 3)]
    [InlineData("dashes", 3)]
    [InlineData("symbols", 3)]
    [InlineData("bold", 3)]
    [InlineData("numbers", 3)]
    [InlineData("unmarked", 3)]
    [InlineData("remarks", 3)]
    public void Every_style_is_tried_on_several_transcripts(string style, int least) =>
        Assert.True(Files(style + "-*").Length >= least, $"There are only {Files(style + "-*").Length} transcripts of {style}.");

    private static string[] Files(string name) => Directory.GetFiles(Folder, name + ".txt");

    private static string Import(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name + ".txt"));
        return TranscriptImporter.Import(text, new ImportOptions { Id = "one", Language = Language.English }).Markdown;
    }

    private static string Describe(string markdown)
    {
        var lines = markdown.Split('\n');
        var body = Array.IndexOf(lines, "---", 1) + 1;
        var title = lines[..body].FirstOrDefault(line => line.StartsWith("title: ", StringComparison.Ordinal))?["title: ".Length..] ?? "-";
        var blocks = lines[body..].Where(line => line.Length > 0).ToList();
        var first = blocks.FindIndex(IsQuestion);
        var described = new List<string> { $"turns {blocks.Count(IsQuestion)}, lead {first}, title {Unquoted(title)}" };
        for (var i = first; i < blocks.Count; i++)
        {
            if (blocks[i].StartsWith("> ", StringComparison.Ordinal)) described.Add(blocks[i]);
            if (!IsQuestion(blocks[i])) continue;
            var turn = blocks.Skip(i + 1).TakeWhile(line => !IsQuestion(line));
            described.Add($"{turn.Count(line => !line.StartsWith("> ", StringComparison.Ordinal))} {blocks[i][3..]}");
        }

        return string.Join('\n', described) + "\n";
    }

    private static bool IsQuestion(string line) => line.StartsWith("## ", StringComparison.Ordinal);

    private static string Unquoted(string value) =>
        value is ['"', .. var inner, '"'] ? inner.Replace("\\\"", "\"", StringComparison.Ordinal) : value;

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
