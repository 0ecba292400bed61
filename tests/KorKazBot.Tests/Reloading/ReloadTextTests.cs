using System.Collections.Immutable;
using KorKazBot.Discord.Messages;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Reloading;
using KorKazBot.Tests.Discord;

namespace KorKazBot.Tests.Reloading;

public sealed class ReloadTextTests
{
    private static readonly Changes Nothing = new([], [], []);

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Russian)]
    [InlineData(Language.Kazakh)]
    [InlineData(Language.Korean)]
    public void However_much_has_changed_the_question_after_it_fits_into_a_discord_message(Language language)
    {
        var texts = Texts.In(language);
        ImmutableArray<string> ids = [.. Enumerable.Range(0, 500).Select(i => $"{new string('i', 60)}-{i}")];
        var golden = ids.Select((id, i) => new GoldenAnswer(i + 1, new string('q', 500), true, false, id, null));
        var problem = new CorpusProblem(Severity.Warning, "interviews/kim-2020-01/en.md", 7, new string('w', 300), "Mend it.");
        var preview = new ReloadPreview(
            Difference(new Changes(ids, [], []), new Changes([], [], ids)), new GoldenComparison(500, 500, 0, [.. golden]), [problem, problem, problem, problem]);

        var text = $"{texts.ShownIsStale}\n{ReloadText.Of(preview, texts)}\n\n{texts.ReloadHolds("/reload force")}";
        var drawn = Drawn.Reply.Draw(new Reply.Said(text) { Language = language }, Audience.Asker);

        Assert.EndsWith("/reload force", drawn.Content, StringComparison.Ordinal);
        Assert.Empty(Drawn.Unspecified(drawn));
    }

    [Fact]
    public void Passages_of_a_new_interview_are_counted_and_not_listed()
    {
        var difference = Difference(new Changes(["kim-2020-01"], [], []), new Changes(["kim-2020-01.1.1", "kim-2020-01.2.1"], [], ["lee-2021-02.1.1"]));

        var lines = ReloadText.Of(difference, Texts.In(Language.English)).Split('\n');

        Assert.Equal(
            ["+ kim-2020-01", "~ lee-2021-02.1.1"], lines.Where(line => line.StartsWith('+') || line.StartsWith('~')));
        Assert.Contains("Passages: 2 new, 0 gone, 1 changed; 9 in all.", lines);
    }

    [Fact]
    public void Without_golden_questions_it_says_that_nothing_was_tested() =>
        Assert.Equal("There are no test questions, so nothing was tested.", ReloadText.Of(new GoldenComparison(0, 0, 0, []), Texts.In(Language.English)));

    [Fact]
    public void A_passage_that_is_right_no_more_is_named_once()
    {
        var golden = new GoldenComparison(1, 1, 0, [new GoldenAnswer(3, "How high?", true, false, "kim.1.1", "kim.1.1")]);

        Assert.EndsWith("\n✗ golden.jsonl:3: How high?: kim.1.1", ReloadText.Of(golden, Texts.In(Language.English)), StringComparison.Ordinal);
    }

    private static CorpusDifference Difference(Changes interviews, Changes passages) => new()
    {
        OldId = "0123456789ab",
        NewId = "ba9876543210",
        Interviews = 2,
        Passages = 9,
        InInterviews = interviews,
        InPassages = passages,
        IsThesaurusChanged = true,
    };

    [Fact]
    public void A_thesaurus_that_changed_is_told() =>
        Assert.EndsWith("\nThe thesaurus is another.", ReloadText.Of(Difference(Nothing, Nothing), Texts.In(Language.English)), StringComparison.Ordinal);
}
