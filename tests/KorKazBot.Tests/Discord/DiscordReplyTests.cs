using System.Collections.Immutable;
using KorKazBot.Discord.Messages;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Fakes;

namespace KorKazBot.Tests.Discord;

public class DiscordReplyTests
{
    private const string Text = "Thank you. More than 300 Korean companies are doing business here. They employ many people.";

    private static readonly TextSpan Best = new(11, 66);

    [Fact]
    public void A_quote_is_an_embed_with_the_question_the_sentence_in_bold_and_the_source()
    {
        var message = Drawn.Reply.Draw(Drawn.Quoted(Text, highlight: Best, translation: "Спасибо. Более 300."), Audience.Everybody);

        var embed = Assert.Single(message.Embeds);
        Assert.Equal("How many?", embed.Title);
        Assert.Equal("> Thank you. **More than 300 Korean companies are doing business here.** They employ many people.", embed.Description);
        Assert.Equal("Koo Hong-seok, Ambassador · Kazinform · 26 May 2021", embed.Footer?.Text);
        Assert.Equal(new EmbedField("Неофициальный перевод", "Спасибо. Более 300."), Assert.Single(embed.Fields));
        Assert.Equal("", message.Content);
        Assert.Empty(Drawn.Problems(message));
    }

    [Fact]
    public void Only_who_asked_sees_a_private_answer_and_may_share_it()
    {
        var everybodys = Drawn.Reply.Draw(Drawn.Quoted(Text, highlight: Best), Audience.Everybody);
        var askers = Drawn.Reply.Draw(Drawn.Quoted(Text, highlight: Best), Audience.Asker);

        Assert.Equal(MessageFlags.None, everybodys.Flags);
        Assert.Equal(MessageFlags.Ephemeral, askers.Flags);
        Assert.Single(everybodys.Components.Single().Components);
        var share = askers.Components.Single().Components[1];
        Assert.Equal("Поделиться в канале", share.Label);
        Assert.True(Drawn.Ids.TryRead(share.CustomId, out var press));
        Assert.Equal(PressKind.Share, press.Kind);
        Assert.Equal(Best, press.Highlight);
    }

    [Fact]
    public void Notes_stand_in_small_print_under_the_quote()
    {
        var reply = Drawn.Quoted(Text) with { Notes = ["Searched for: `companies`", "two\nlines"] };

        var description = Drawn.Reply.Draw(reply, Audience.Everybody).Embeds[0].Description;

        Assert.EndsWith("\n-# Searched for: \\`companies\\`\n-# two lines", description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://www.inform.kz/en/article_a_1", "\n<https://www.inform.kz/en/article_a_1>")]
    [InlineData("https://пример.kz/a b", "\n<https://xn--e1afmkfd.kz/a%20b>")]
    [InlineData("http://www.inform.kz/", "")]
    [InlineData("https://bank.com@evil.example/", "")]
    [InlineData("javascript:alert(1)", "")]
    public void Only_an_honest_https_link_is_shown_and_in_full(string link, string shown)
    {
        var reply = Drawn.Quoted(Text) with { Passage = Drawn.Passage(Text, link: new Uri(link)) };

        Assert.Equal($"> {Text}{shown}", Drawn.Reply.Draw(reply, Audience.Everybody).Embeds[0].Description);
    }

    [Fact]
    public void A_passage_without_a_question_is_headed_by_the_interviews_title() =>
        Assert.Equal("An interview", Drawn.Reply.Draw(Drawn.Quoted(Text, asked: ""), Audience.Everybody).Embeds[0].Title);

    [Theory]
    [InlineData(4094)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(12_000)]
    public void A_passage_too_long_is_cut_at_sentences_around_the_best_one(int length)
    {
        var lead = string.Concat(Enumerable.Repeat("They came in 1937. ", length / 40));
        var text = lead + "This is the answer. " + string.Concat(Enumerable.Repeat("They work here. ", length / 16));
        text = text[..length].TrimEnd();
        var highlight = new TextSpan(lead.Length, lead.Length + 19);

        var description = Drawn.Reply.Draw(Drawn.Quoted(text, highlight: highlight), Audience.Everybody).Embeds[0].Description!;

        Assert.InRange(description.Length, Math.Min(length, 4000), 4096);
        Assert.Contains("**This is the answer.**", description, StringComparison.Ordinal);
        Assert.All(description.Split('\n'), line => Assert.StartsWith("> ", line, StringComparison.Ordinal));
        var kept = MarkdownReader.SeenInQuote(description).Trim('…', '\n');
        Assert.Contains(kept, text, StringComparison.Ordinal);
        if (length > 4096) Assert.EndsWith(".", kept, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_translation_is_cut_into_fields_at_sentences()
    {
        var translation = string.Concat(Enumerable.Repeat("Корейские компании работают в Казахстане. ", 60)).TrimEnd();

        var fields = Drawn.Reply.Draw(Drawn.Quoted(Text, translation: translation), Audience.Everybody).Embeds[0].Fields;

        Assert.Equal(3, fields.Length);
        Assert.All(fields, field => Assert.EndsWith(".", field.Value, StringComparison.Ordinal));
        Assert.Equal(translation, string.Join(' ', fields.Select(field => field.Value)));
    }

    [Fact]
    public void A_list_of_questions_turns_its_pages_in_place_and_a_quote_stays()
    {
        var list = new Reply.Said("Choose:")
        {
            Language = Language.English,
            Buttons = [new("A?", new ReplyAction.ShowPassage("a.1.1", "abcdef")), new("More", new ReplyAction.BrowseTopics(1))],
        };

        Assert.Equal([PressKind.Answer, PressKind.Replace], Kinds(Drawn.Reply.Draw(list, Audience.Asker)));
        Assert.Equal([PressKind.Answer, PressKind.Share], Kinds(Drawn.Reply.Draw(Drawn.Quoted(Text), Audience.Asker)));
    }

    [Fact]
    public void Whatever_stands_in_a_reply_Discord_takes_it()
    {
        for (var i = 0; i < 800; i++)
        {
            var message = Drawn.Reply.Draw(i % 4 == 0 ? HostileWords(new Random(i)) : HostileQuote(new Random(i)), (Audience)(i % 2));
            Assert.Empty(i % 8 == 0 ? Drawn.Problems(message) : Drawn.Unspecified(message));
            foreach (var embed in message.Embeds)
            {
                var quote = embed.Description!.Split('\n').TakeWhile(line => !line.StartsWith("-# ", StringComparison.Ordinal));
                MarkdownReader.SeenInQuote(string.Join('\n', quote));
                foreach (var field in embed.Fields) MarkdownReader.Seen(field.Value);
                MarkdownReader.Seen(embed.Title ?? "");
            }

            if (message.Content.Length > 0) MarkdownReader.Seen(message.Content);
        }
    }

    [SpecFact]
    public void The_specification_refuses_what_it_should()
    {
        Assert.NotEmpty(Judged("""{"type":4,"data":{"contnet":"a"}}"""));
        Assert.NotEmpty(Judged("""{"type":3}"""));
        Assert.NotEmpty(Judged("""{"type":4,"data":{"content":"LONG"}}""".Replace("LONG", new string('a', 2001), StringComparison.Ordinal)));
        Assert.NotEmpty(Judged("""{"type":4,"data":{"components":[{"type":1,"components":[{"type":2,"label":"a","custom_id":"a"}]}]}}"""));
        var choices = string.Join(',', Enumerable.Repeat("""{"name":"a","value":"a"}""", 26));
        Assert.NotEmpty(Judged("""{"type":8,"data":{"choices":[ALL]}}""".Replace("ALL", choices, StringComparison.Ordinal)));
        Assert.Empty(Judged("""{"type":4,"data":{"content":"a"}}"""));
    }

    private static IReadOnlyList<string> Judged(string body) => FakeDiscordSpec.Problems("POST", "/interactions/1/t/callback", body);

    private static IEnumerable<PressKind> Kinds(OutgoingMessage message) =>
        message.Components.SelectMany(row => row.Components)
            .Select(button => Drawn.Ids.TryRead(button.CustomId, out var press) ? press.Kind : default);

    private static Reply.Said HostileWords(Random random) =>
        new("a" + AnyText(random, 5000)) { Language = Language.Kazakh, Buttons = AnyButtons(random) };

    private static Reply.Quoted HostileQuote(Random random)
    {
        var text = "a" + AnyText(random, 9000);
        var start = random.Next(text.Length);
        var translation = random.Next(2) == 0 ? "a" + AnyText(random, 8000) : null;
        return Drawn.Quoted(text, AnyText(random, 600), new TextSpan(start, random.Next(start, text.Length + 1)), translation) with
        {
            SourceLine = AnyText(random, 900),
            Notes = [.. Enumerable.Range(0, random.Next(8)).Select(_ => AnyText(random, 600))],
            Buttons = AnyButtons(random),
        };
    }

    private static ImmutableArray<ReplyButton> AnyButtons(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(30)).Select(i => new ReplyButton(
            AnyText(random, 300),
            random.Next(4) == 0 ? new ReplyAction.BrowseTopics(i % 3) : new ReplyAction.ShowPassage($"p.{i % 20}.1", "abcdef"))),
    ];

    private static string AnyText(Random random, int most) => HostileTexts.Long(random.Next(), random.Next(random.Next(2) == 0 ? most : 60));
}
