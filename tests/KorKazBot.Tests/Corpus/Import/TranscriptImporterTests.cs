using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KorKazBot.Corpus;
using KorKazBot.Corpus.Import;
using KorKazBot.Engine;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Tests.Corpus.Import;

public sealed class TranscriptImporterTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("import");

    public void Dispose() => _root.Delete(recursive: true);

    public static TheoryData<int> Styles => [.. Enumerable.Range(0, Printed.All.Length)];

    [Fact]
    public void The_first_interview_has_nine_turns_and_loses_nothing()
    {
        var source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "TestData", "kazinform-2021-05-26-ambassador-koo.txt"));

        var result = TranscriptImporter.Import(source, new ImportOptions { Id = "koo-2021-05" });
        var interview = Read(result, "koo-2021-05");

        Assert.Equal([1, 9, 3, 3, 1, 1, 1, 3, 1, 4], interview.Turns.Select(turn => turn.Paragraphs.Length));
        Assert.Equal((9, 26), (result.Report.Turns, result.Report.Paragraphs));
        Assert.Equal("How many Korean companies are currently working in Kazakhstan and what new projects they are working on?", interview.Turns[2].Asked);
        Assert.EndsWith("How Korea is helping the world in the fight against coronavirus?", interview.Turns[6].Asked, StringComparison.Ordinal);
        Assert.Equal((new DateOnly(2021, 5, 26), "Nur-Sultan", "Kazinform"), (interview.Date, interview.Place, interview.Publisher));
        Assert.Contains(result.Report.Notes, note => note.Kind == ImportNoteKind.QuestionWithoutMark && note.Message.Contains("Could You comment", StringComparison.Ordinal));
        Assert.Contains("> Your Excellency Ambassador, thank you very much for the interview!", result.Markdown, StringComparison.Ordinal);
        AssertNothingLost(source, result.Markdown, marks: "");
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void Reads_what_publishers_print(int number)
    {
        var (_, text, turns) = Printed.All[number];

        var result = TranscriptImporter.Import(text, new ImportOptions { Id = "one" });
        var interview = Read(result, "one");

        var read = interview.Turns.Where(turn => turn.Number > 0).Select(turn => $"{turn.Asked}=>{turn.Paragraphs.Length}");
        Assert.Equal(turns, string.Join('|', read));
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void Loses_and_changes_no_character(int number)
    {
        var (_, text, _) = Printed.All[number];

        var markdown = TranscriptImporter.Import(text, new ImportOptions { Id = "one" }).Markdown;

        // Marks are taken off: labels, names and dashes at the start of a line, asterisks and number signs.
        AssertNothingLost(System.Text.RegularExpressions.Regex.Replace(text, @"(?m)^\s*(?:\*\*)?(?:[\p{L}. ]{1,20}\s?\d*[:.](?:\*\*)?(?=\s)|[–—-](?=\s)|#+(?=\s))|\*\*", ""), markdown, marks: "");
    }

    [Theory]
    [InlineData("АСТАНА. 12 мая 2023 – Посол рассказал о планах.", "2023-05-12", "Астана", null)]
    [InlineData("АЛМАТЫ, 3 июня 2022 г. – Посол рассказал о планах.", "2022-06-03", "Алматы", null)]
    [InlineData("NUR-SULTAN. KAZINFORM - On May 26, 2021 the ambassador spoke.", "2021-05-26", "Nur-Sultan", "Kazinform")]
    [InlineData("서울=연합뉴스 2021년 5월 26일 대사가 말했다.", "2021-05-26", "서울", "연합뉴스")]
    [InlineData("2021 жылғы 26 мамыр. Елші айтып берді.", "2021-05-26", null, null)]
    [InlineData("The ambassador spoke of many things.", null, null, null)]
    public void Takes_from_the_dateline_what_it_gives_and_invents_nothing(string lead, string? date, string? place, string? publisher)
    {
        var result = TranscriptImporter.Import(lead + "\n\nQ: Why?\nA: Because.\n", new ImportOptions { Id = "one" });
        var interview = Read(result, "one");

        Assert.Equal(date, interview.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((place, publisher), (interview.Place, interview.Publisher));
        Assert.Equal(lead, interview.Turns[0].Paragraphs.Single());
        Assert.Equal(date is null, result.Report.Missing.Contains("date"));
    }

    [Property(MaxTest = 400)]
    public void Any_text_is_imported_without_an_exception(NonNull<string>[] lines)
    {
        var text = string.Join('\n', lines.Select(line => line.Get));

        var result = TranscriptImporter.Import(text, new ImportOptions { Id = "one", Title = "T" });

        Assert.StartsWith("---\n", result.Markdown, StringComparison.Ordinal);
        Assert.True(result.Report.ToText().Length > 0);
    }

    [Property(MaxTest = 200)]
    public Property A_transcript_of_any_words_keeps_every_character_in_order() =>
        Prop.ForAll(Transcripts().ToArbitrary(), source =>
        {
            var markdown = TranscriptImporter.Import(source, new ImportOptions { Id = "one", Title = "T" }).Markdown;
            AssertNothingLost(source.Replace("Q: ", "", StringComparison.Ordinal).Replace("A: ", "", StringComparison.Ordinal), markdown, marks: "");
        });

    [Theory]
    [InlineData("Interview (Final) 2021.txt", "interview-final-2021")]
    [InlineData("../../etc/passwd.txt", "passwd")]
    [InlineData("посол.txt", null)]
    [InlineData("CON.txt", null)]
    public void The_id_comes_from_the_file_name_and_never_leads_out(string fileName, string? id) =>
        Assert.Equal(id, InterviewFolder.IdFromFileName(fileName));

    [Fact]
    public void An_existing_interview_is_replaced_only_by_force()
    {
        InterviewFolder.Write(_root.FullName, "one", Language.English, "first", force: false);

        Assert.Throws<IOException>(() => InterviewFolder.Write(_root.FullName, "one", Language.English, "second", force: false));
        Assert.Equal("first", File.ReadAllText(Path.Combine(_root.FullName, "one", "en.md")));
        Assert.Equal("second", File.ReadAllText(InterviewFolder.Write(_root.FullName, "one", Language.English, "second", force: true)));
        Assert.Throws<ArgumentException>(() => InterviewFolder.Write(_root.FullName, "../two", Language.English, "x", force: true));
    }

    private static Gen<string> Transcripts()
    {
        var word = Gen.Elements("trade", "«Қазақстан»", "посол", "대사님", "5.9", "«green»", "I", "we", "#1", "*", "50 000", "\\n", "---", "it’s", ">", "a:b", "?!", "…");
        var sentence = Gen.ArrayOf(word, 6).Select(words => string.Join(' ', words));
        var pair = sentence.SelectMany(asked => sentence, (asked, answered) => $"Q: Why {asked}?\nA: Because {answered}.\n");
        return Gen.ListOf(pair, 4).Select(string.Concat);
    }

    private Interview Read(ImportResult result, string id)
    {
        InterviewFolder.Write(Path.Combine(_root.FullName, "interviews"), id, result.Language, result.Markdown, force: true);
        return new CorpusFolder(_root.FullName).Read().Interviews.Single();
    }

    private static void AssertNothingLost(string source, string output, string marks)
    {
        var at = 0;
        foreach (var character in source.Where(character => !char.IsWhiteSpace(character) && !marks.Contains(character)))
        {
            var found = output.IndexOf(character, at);
            Assert.True(found >= 0, $"'{character}' is lost after: {output[Math.Max(0, at - 60)..at]}");
            at = found + 1;
        }
    }
}
