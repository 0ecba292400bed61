using System.Collections.Immutable;
using KorKazBot.Checking;
using KorKazBot.Corpus;
using KorKazBot.Corpus.Linting;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Evaluation;
using KorKazBot.Evaluating;
using KorKazBot.Tests.Builders;

namespace KorKazBot.Tests.Corpus;

public sealed class CorpusLintTests : IDisposable
{
    private const string Long =
        "More than three hundred Korean companies are working in your country today, and the ambassador hopes that there will be many more of them.";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("lint");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void A_passage_that_stands_twice_is_named_with_its_twin()
    {
        WriteInterview("one", $"## First?\n\n{Long}\n");
        WriteInterview("two", $"## Lead?\n\nShort.\n\n## Second?\n\n{Long} Indeed.\n");

        var problem = Assert.Single(Lint());

        Assert.Equal(("interviews/two/en.md", Severity.Warning), (problem.File, problem.Severity));
        Assert.Contains("two.2.1 says nearly the same as one.1.1", problem.Reason, StringComparison.Ordinal);
        Assert.Equal("## Second?", File.ReadAllLines(Path.Combine(_root.FullName, problem.File))[problem.Line - 1]);
    }

    [Fact]
    public void A_passage_too_long_to_quote_is_named()
    {
        WriteInterview("one", $"## First?\n\n{string.Join(' ', Enumerable.Range(0, 800))}\n");

        Assert.Contains("has 3,089 characters", Assert.Single(Lint()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_of_two_passages_is_named_in_every_interview()
    {
        WriteInterview("one", "## First?\n\nAn answer.\n");
        WriteInterview("two", "## Second?\n\nAnother one.\n");
        Write("interviews/one/aliases.tsv", "passage\tlanguage\tquestion\none.1.1\ten\tWhat now?\none.1.1\ten\twhat now\none.1.1\tru\tWhat now?\n");
        Write("interviews/two/aliases.tsv", "passage\tlanguage\tquestion\ntwo.1.1\ten\tWhat, now!\n");

        Assert.Equal(
            [("interviews/one/aliases.tsv", 3), ("interviews/two/aliases.tsv", 2)],
            Lint().Select(problem => (problem.File, problem.Line)));
    }

    [Fact]
    public void A_word_of_two_concepts_and_a_stem_too_short_are_named()
    {
        WriteInterview("one", "## First?\n\nAn answer.\n");
        Write("concepts.tsv", "concept\ten\tru\tkk\tko\ntrade\ttrade; commerce\tторгов\tсауда\t교역\nshop\tshop; commerce\tма\tдүкен\t가게\n");

        Assert.Equal(
            ["'commerce' belongs to 'trade' (line 2) already: this row is never reached by it.", "'ма' is the beginning of too many words."],
            Lint().Select(problem => problem.Reason));
    }

    [Fact]
    public void A_golden_question_asked_twice_or_without_its_passage_is_named()
    {
        WriteInterview("one", "## First?\n\nAn answer.\n");
        JudgmentLine[] questions =
        [
            new(1, new Judgment("a", null, "direct", "First?", null, ["An answer"])),
            new(2, new Judgment("b", null, "direct", "First?", null, ["one.1.1"])),
            new(3, new Judgment("c", null, "direct", "Second?", null, ["Gone."])),
            new(4, new Judgment("d", null, "none", "Third?", null, [])),
        ];

        var problems = GoldenLint.Of(questions, "golden.jsonl", new CorpusFolder(_root.FullName).Read());

        Assert.Equal([(Severity.Warning, 2), (Severity.Error, 3)], problems.Select(problem => (problem.Severity, problem.Line)));
    }

    [Fact]
    public void The_project_s_own_corpus_is_clean()
    {
        var folder = Path.Combine(Repository.Root, "corpus");

        Assert.Empty(CorpusLint.Of(new CorpusFolder(folder).Read(), folder));
    }

    private ImmutableArray<CorpusProblem> Lint() => CorpusLint.Of(new CorpusFolder(_root.FullName).Read(), _root.FullName);

    private void WriteInterview(string id, string body) => Write(
        $"interviews/{id}/en.md",
        $"---\nid: {id}\ntitle: T\ninterviewee: {{ name: N, role: R }}\npublisher: P\ndate: 2021-05-26\nlanguage: en\n---\n{body}");

    private void Write(string name, string text)
    {
        var path = Path.Combine(_root.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
