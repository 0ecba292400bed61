using System.Globalization;
using System.Text;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Telegram.Messages;
using Telegram.Bot.Types.ReplyMarkups;

namespace KorKazBot.Tests.Telegram;

public sealed class TelegramReplyTests
{
    [Fact]
    public void A_quote_is_headed_by_its_question_and_has_its_best_sentence_in_bold()
    {
        var link = new Uri("https://k.example/a?b=1&c=2");
        var quoted = DrawnReply.Quoted("We came in 1937. There were many. It was cold.", "When did you come?", new TextSpan(17, 33), link: link);

        var message = Assert.Single(DrawnReply.Pen.Draw(quoted));

        Assert.Equal(
            """
            <b>When did you come?</b>
            <blockquote expandable>We came in 1937. <b>There were many.</b> It was cold.</blockquote>
            <a href="https://k.example/a?b=1&amp;c=2">Koo Hong-seok, Ambassador · Kazinform · 26 May 2021</a>
            """,
            message.Html);
    }

    [Fact]
    public void A_translation_is_folded_under_the_original_and_notes_come_last()
    {
        var quoted = DrawnReply.Quoted("Many.", translation: "Много.") with { Notes = ["Searched for: <many>"] };

        var html = Assert.Single(DrawnReply.Pen.Draw(quoted)).Html;

        Assert.EndsWith(
            "2021\n<i>Неофициальный перевод</i>\n<blockquote expandable>Много.</blockquote>\n<i>Searched for: &lt;many&gt;</i>",
            html,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://k.example")]
    [InlineData("tg://user?id=1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("https://bank.example@evil.example/")]
    public void Only_https_pages_are_links(string link) =>
        Assert.DoesNotContain("<a", DrawnReply.Pen.Draw(DrawnReply.Quoted("Many.", link: new Uri(link)))[0].Html, StringComparison.Ordinal);

    [Fact]
    public void A_highlight_that_is_not_of_this_text_is_not_shown()
    {
        TextSpan[] wrong = [new(0, 99), new(-1, 2), new(3, 2), new(0, 1), new(1, 2)];

        var quotes = wrong.Select(span => DrawnReply.Pen.Draw(DrawnReply.Quoted("😀ab", "", span))[0].Html.Split("<blockquote")[1]);

        Assert.All(quotes, quote => Assert.DoesNotContain("<b>", quote, StringComparison.Ordinal));
    }

    [Fact]
    public void Buttons_stand_one_below_the_other_and_those_that_dont_fit_are_left_out()
    {
        var reply = DrawnReply.Quoted("Many.") with
        {
            Buttons =
            [
                new ReplyButton("Why <b>?", new ReplyAction.ShowPassage("koo-2021-05.1.1", "0123456789ab")),
                new ReplyButton("Too long", new ReplyAction.ShowPassage(new string('x', 60), "0123456789ab")),
                new ReplyButton("Not ASCII", new ReplyAction.ShowPassage("қ.1.1", "0123456789ab")),
                new ReplyButton("\u202E", new ReplyAction.BrowseTopics(0)),
            ],
        };

        var rows = Rows(DrawnReply.Pen.Draw(reply)[0]);

        Assert.Equal(["Why <b>?", "…"], rows.Select(row => row.Text));
        Assert.All(rows, button => Assert.InRange(Encoding.UTF8.GetByteCount(button.CallbackData!), 1, 64));
    }

    [Fact]
    public void Pages_of_a_list_are_turned_in_place_and_everything_else_is_a_message_of_its_own()
    {
        var list = new Reply.Said("Topics")
        {
            Language = Language.English,
            Buttons =
            [
                new ReplyButton("A", new ReplyAction.ShowPassage("a.1.1", "0123456789ab")),
                new ReplyButton("More", new ReplyAction.BrowseTopics(1)),
            ],
        };

        Assert.Equal([false, true], Rows(DrawnReply.Pen.Draw(list)[0]).Select(IsInPlace));
        Assert.Equal([false], Rows(DrawnReply.Pen.Draw(DrawnReply.Quoted("Many."))[0]).Select(IsInPlace));

        static bool IsInPlace(InlineKeyboardButton button)
        {
            Assert.True(DrawnReply.Buttons.TryRead(button.CallbackData, out _, out var inPlace));
            return inPlace;
        }
    }

    [Theory]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(9000)]
    public void Messages_end_at_sentences_within_the_limit(int length)
    {
        var text = Sentences(length);

        var parts = DrawnReply.Read(new Reply.Said(text) { Language = Language.English });

        Assert.Equal((length + 4095) / 4096, parts.Length);
        Assert.All(parts, part => Assert.EndsWith(".", part.Text, StringComparison.Ordinal));
        Assert.Equal(Unspaced(text), Unspaced(string.Concat(parts.Select(part => part.Text))));
    }

    [Fact]
    public void A_long_passage_goes_on_in_the_next_message_bold_and_buttons_with_it()
    {
        var text = Sentences(7000);
        var best = text.IndexOf("Sentence number 100 ", StringComparison.Ordinal);
        var quoted = DrawnReply.Quoted(text, highlight: new TextSpan(best, text.IndexOf('.', best) + 1));

        var messages = DrawnReply.Pen.Draw(quoted);
        var parts = DrawnReply.Read(quoted);

        Assert.Equal(2, parts.Length);
        Assert.Equal(2, parts.Sum(part => part.Entities.Count(entity => entity.Type == "expandable_blockquote")));
        Assert.Equal(["How many?", "Sentence number 100 is as long as others."], parts.SelectMany(part => part.All("bold")));
        Assert.Equal([false, true], messages.Select(message => message.Keyboard is not null));
    }

    [Fact]
    public void Of_a_passage_without_end_the_sentences_around_the_best_one_are_shown()
    {
        var text = Sentences(100_000);
        var best = text.IndexOf("Sentence number 1000 ", StringComparison.Ordinal);

        var parts = DrawnReply.Read(DrawnReply.Quoted(text, highlight: new TextSpan(best, text.IndexOf('.', best) + 1)));

        Assert.InRange(parts.Length, 2, 3);
        Assert.Contains("Sentence number 1000 is as long as others.", parts.SelectMany(part => part.All("bold")));
        Assert.Contains("… Sentence", parts[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("👨‍👩‍👧‍👦", 4096)]
    [InlineData("🇰🇷", 3000)]
    [InlineData("각", 6000)]
    [InlineData("e\u0301\u0302", 5000)]
    public void Nothing_that_readers_see_as_one_character_is_cut(string character, int times)
    {
        var text = string.Concat(Enumerable.Repeat(character, times));

        var parts = DrawnReply.Read(new Reply.Said(text) { Language = Language.Korean });

        Assert.All(parts, part => Assert.Equal(0, part.Text.Length % character.Length));
        Assert.All(parts, part => Assert.Equal(part.Text.Length / character.Length, new StringInfo(part.Text).LengthInTextElements));
    }

    [Fact]
    public void Every_reply_with_hostile_texts_is_one_that_Telegram_takes()
    {
        for (var number = 0; number < 6_000; number++)
        {
            var random = new Random(number);
            var text = number % 20 == 0 ? HostileTelegramTexts.Long(number, random.Next(12_000)) : HostileTelegramTexts.At(number, 30);
            var start = random.Next(text.Length + 1);
            var span = new TextSpan(start, random.Next(start, text.Length + 1));
            var translation = random.Next(2) == 0 ? HostileTelegramTexts.At(number + 2) : null;
            var passage = new ReplyAction.ShowPassage(HostileTelegramTexts.At(number + 8), "0123456789ab");
            var quoted = DrawnReply.Quoted(text, HostileTelegramTexts.At(number + 1), span, translation) with
            {
                SourceLine = HostileTelegramTexts.At(number + 3),
                TranslationLabel = HostileTelegramTexts.At(number + 4),
                Notes = [HostileTelegramTexts.At(number + 5), HostileTelegramTexts.At(number + 6)],
                Buttons = [new ReplyButton(HostileTelegramTexts.At(number + 7), passage)],
            };

            foreach (var reply in new Reply[] { quoted, new Reply.Said(text) { Language = Language.English } })
            {
                DrawnReply.Read(reply);
                var last = DrawnReply.Pen.Draw(reply)[^1];
                Assert.All(Rows(last), button => Assert.True(TelegramHtml.HasInk(button.Text)));
                Assert.All(Rows(last), button => Assert.InRange(Encoding.UTF8.GetByteCount(button.CallbackData!), 1, 64));
            }

            DrawnReply.Read(TelegramReply.Card(quoted.Passage, quoted.Highlight, quoted.SourceLine));
        }
    }

    [Fact]
    public void A_quote_is_verbatim()
    {
        for (var number = 0; number < 3_000; number++)
        {
            var text = HostileTelegramTexts.At(number, 40);
            var parts = DrawnReply.Read(DrawnReply.Quoted("x" + text, highlight: new TextSpan(0, 1)));
            var quotes = parts.Select(part => part.First("expandable_blockquote"));

            Assert.Equal(TelegramHtml.Clean("x" + text), string.Concat(quotes));
        }
    }

    private static string Sentences(int length)
    {
        var text = new StringBuilder();
        for (var i = 1; text.Length < length; i++) text.Append(CultureInfo.InvariantCulture, $"Sentence number {i} is as long as others. ");
        return text.ToString(0, length - 1).TrimEnd('.', ' ').PadRight(length - 1, 'x') + ".";
    }

    private static string Unspaced(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static List<InlineKeyboardButton> Rows(OutgoingMessage message) =>
        [.. message.Keyboard?.InlineKeyboard.Select(row => Assert.Single(row)) ?? []];
}
