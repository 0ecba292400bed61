using System.Collections.Immutable;
using System.Text;
using KorKazBot.Corpus;
using KorKazBot.Engine;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Tests.Corpus;

public sealed class CorpusFolderTests : IDisposable
{
    private const string Header = "---\nid: one\ntitle: T\ninterviewee: { name: N, role: R }\npublisher: P\ndate: 2021-05-26\nlanguage: en\n---\n";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("corpus");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Reads_turns_and_paragraphs_verbatim()
    {
        Write("interviews/one/en.md", Header + "The lead, with a typo: boosts.\n\n## First?\n\nA «quote»\nover two lines.\n\n> Really?\n\nSecond.\n\n## Then?\n\n\\# not a heading\n");

        var corpus = new CorpusFolder(_root.FullName).Read();

        Assert.Equal(
            ["one.0.1", "one.1.1", "one.1.2", "one.2.1"],
            corpus.Passages.Select(passage => passage.Id));
        Assert.Equal(
            ["The lead, with a typo: boosts.", "A «quote» over two lines.", "Second.", "# not a heading"],
            corpus.Passages.Select(passage => passage.Text));
        Assert.Equal(["", "First?", "First?", "Then?"], corpus.Passages.Select(passage => passage.Asked));
        Assert.Equal(new Speaker("N", "R"), corpus.Passages[0].Source.Speaker);
        Assert.Equal(new DateOnly(2021, 5, 26), corpus.Passages[0].Source.Date);
    }

    [Fact]
    public void Lays_translations_and_aliases_beside_the_original()
    {
        Write("interviews/one/en.md", Header + "## First?\n\nAn answer.\n");
        Write("interviews/one/ru.md", "---\nid: one\nlanguage: ru\ntranslation: true\n---\n## Первый?\n\nОтвет.\n");
        Write("interviews/one/aliases.tsv", "passage\tlanguage\tquestion\none.1.1\tko\t첫째는요?\n");

        var passage = new CorpusFolder(_root.FullName).Read().Passages.Single();

        Assert.Equal(new PassageTranslation(Language.Russian, "Первый?", "Ответ."), passage.TranslationInto(Language.Russian));
        Assert.Equal("첫째는요?", passage.Aliases.Single().Question);
    }

    [Fact]
    public void The_hash_changes_with_the_corpus_and_only_then()
    {
        Write("interviews/one/en.md", Header + "## First?\n\nAn answer.\n");
        var first = new CorpusFolder(_root.FullName).Read().Hash;

        Assert.Equal(first, new CorpusFolder(_root.FullName).Read().Hash);
        Write("interviews/one/en.md", Header + "## First?\n\nAnother answer.\n");
        Assert.NotEqual(first, new CorpusFolder(_root.FullName).Read().Hash);
    }

    [Theory]
    [InlineData("no front matter", 1, "front matter")]
    [InlineData("---\nid: one\nlanguage: en\n", 1, "never closed")]
    [InlineData("---\nid: two\nlanguage: en\n---\n## Q?\n\nA.\n", 2, "'id'")]
    [InlineData("---\nid: one\nlanguage: ru\n---\n## Q?\n\nA.\n", 3, "'language'")]
    [InlineData("---\nid: one\nid: one\nlanguage: en\n---\n## Q?\n\nA.\n", 3, "twice")]
    [InlineData("---\nid: one\nlanguage: en\ndate: 0000-00-00\n---\n## Q?\n\nA.\n", 4, "no date")]
    [InlineData("---\nid: one\nlanguage: en\ndate: 1e999\n---\n## Q?\n\nA.\n", 4, "no date")]
    [InlineData("---\nid: one\nlanguage: en\nsource: javascript:alert(1)\n---\n## Q?\n\nA.\n", 4, "web address")]
    [InlineData("---\nid: one\nlanguage: en\ntranslation: yes\n---\n## Q?\n\nA.\n", 4, "true or false")]
    [InlineData("---\nid: one\nlanguage: en\ntitle: &a [*a]\n---\n## Q?\n\nA.\n", 4, "not allowed")]
    [InlineData("---\nid: one\nlanguage: en\ntitle: !!binary aGk=\n---\n## Q?\n\nA.\n", 4, "not allowed")]
    [InlineData("---\nid: one\nlanguage: en\ntitle: !!System.Diagnostics.Process {}\n---\n## Q?\n\nA.\n", 4, "not allowed")]
    [InlineData("---\nid: one\nlanguage: en\n\ttitle: T\n---\n## Q?\n\nA.\n", 4, "")]
    [InlineData("---\nid: one\nlanguage: en\n---\n## Q?\n\n## Another?\n\nA.\n", 5, "no answer")]
    [InlineData("---\nid: one\nlanguage: en\n---\n", 5, "no text")]
    public void Names_the_line_and_the_remedy_of_what_is_wrong(string text, int line, string reason)
    {
        Write("interviews/one/en.md", text);

        var problem = Problems().First(problem => problem.Severity == Severity.Error);

        Assert.Equal(("interviews/one/en.md", line), (problem.File, problem.Line));
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Remedy);
    }

    [Fact]
    public void Hostile_front_matter_is_refused_before_it_costs_anything()
    {
        var bomb = "a: &a [x,x]\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"{(char)('a' + i)}: &{(char)('a' + i)} [*{(char)('a' + i - 1)},*{(char)('a' + i - 1)}]\n"));
        foreach (var hostile in (ReadOnlySpan<string>)[new string('[', 10_000), new string('{', 10_000), bomb, "title: " + new string('x', 100_000)])
        {
            Write("interviews/one/en.md", $"---\n{hostile}\n---\n## Q?\n\nA.\n");

            Assert.Contains(Problems(), problem => problem.Severity == Severity.Error);
        }
    }

    [Fact]
    public void Names_the_encoding_of_a_file_that_is_not_utf8()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = Header.Replace("title: T", "title: Интервью с послом Республики", StringComparison.Ordinal);
        foreach (var name in (ReadOnlySpan<string>)["WINDOWS-1251", "UTF-16LE", "UTF-16BE"])
        {
            File.WriteAllBytes(PathOf("interviews/one/en.md"), Encoding.GetEncoding(name.Replace("LE", "", StringComparison.Ordinal).Replace("WINDOWS", "windows", StringComparison.Ordinal)).GetBytes(text));
            Assert.Contains(name, Problems().Single().Reason, StringComparison.Ordinal);
        }

        File.WriteAllBytes(PathOf("interviews/one/en.md"), Encoding.GetEncoding("euc-kr").GetBytes(Header + "대한민국 대사와의 인터뷰"));
        Assert.Contains("EUC-KR", Problems().Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_where_a_translation_or_an_alias_does_not_fit()
    {
        Write("interviews/one/en.md", Header + "## First?\n\nAn answer.\n\nAnother.\n");
        Write("interviews/one/ru.md", "---\nid: one\nlanguage: ru\ntranslation: true\n---\n## Первый?\n\nОтвет.\n");
        Write("interviews/one/aliases.tsv", "passage\tlanguage\tquestion\none.7.1\ten\tWhat?\none.1.1\txx\tWhat?\n");

        var problems = Problems();

        Assert.Contains(problems, problem => problem.ToString().StartsWith("interviews/one/ru.md:6: error: Turn 1 has 1 paragraphs, the original 2.", StringComparison.Ordinal));
        Assert.Contains(problems, problem => (problem.File, problem.Line) == ("interviews/one/aliases.tsv", 2));
        Assert.Contains(problems, problem => (problem.File, problem.Line) == ("interviews/one/aliases.tsv", 3));
    }

    [Fact]
    public void A_missing_folder_says_where_it_looked()
    {
        Assert.Null(new CorpusFolder(Path.Combine(_root.FullName, "nowhere")).TryRead(out var problems));
        Assert.Contains(Path.Combine(_root.FullName, "nowhere"), problems.Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_or_a_link_out_of_the_corpus_in_place_of_a_file_is_an_error()
    {
        Directory.CreateDirectory(PathOf("interviews/one/en.md"));
        Assert.Contains("folder", Problems().Single(problem => problem.Severity == Severity.Error).Reason, StringComparison.Ordinal);
        Directory.Delete(PathOf("interviews/one/en.md"));

        using var outside = new TempFile("secret");
        File.CreateSymbolicLink(PathOf("interviews/one/en.md"), outside.Path);
        Assert.Contains("link", Problems().Single(problem => problem.Severity == Severity.Error).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Bulk_passages_come_one_a_line()
    {
        Write("passages.jsonl", "{\"id\":\"a\",\"text\":\"One.\",\"title\":\"T\",\"language\":\"en\"}\n{\"id\":\"b\",\"text\":\"Два.\"}\nnot json\n{\"id\":\"a\",\"text\":\"Again.\"}\n");

        var problems = Problems();

        Assert.Equal([3, 4], problems.Select(problem => problem.Line));
        Write("passages.jsonl", "{\"id\":\"a\",\"text\":\"One.\",\"title\":\"T\",\"language\":\"en\"}\n{\"id\":\"b\",\"text\":\"Два.\"}\n");
        Assert.Equal([Language.English, Language.Russian], new CorpusFolder(_root.FullName).Read().Passages.Select(passage => passage.Language));
    }

    private ImmutableArray<CorpusProblem> Problems()
    {
        new CorpusFolder(_root.FullName).TryRead(out var problems);
        return problems;
    }

    private string PathOf(string name)
    {
        var path = Path.Combine(_root.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    private void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    private sealed class TempFile : IDisposable
    {
        public TempFile(string text)
        {
            Path = System.IO.Path.GetTempFileName();
            File.WriteAllText(Path, text);
        }

        public string Path { get; }

        public void Dispose() => File.Delete(Path);
    }
}
