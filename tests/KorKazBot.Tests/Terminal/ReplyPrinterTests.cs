using System.Globalization;
using System.Text.RegularExpressions;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using KorKazBot.Terminal;

namespace KorKazBot.Tests.Terminal;

public sealed partial class ReplyPrinterTests
{
    private static readonly Reply.Quoted Quoted = new()
    {
        Language = Language.Korean,
        Passage = new Passage
        {
            Id = "koo-2021-05.2.1",
            Turn = 2,
            Asked = "How many companies work there, and [what] do they do?",
            Text = "Thank you. According to our stat, more than 300 companies do business [sic] there. I am very happy.",
            Language = Language.English,
            Source = new PassageSource("koo-2021-05", "Interview", null, null, null, null),
        },
        Highlight = new TextSpan(11, 82),
        SourceLine = "Koo Hong-seok · Kazinform · 26 May 2021",
        Translation = new PassageTranslation(Language.Korean, "", "감사합니다. 우리 통계에 따르면 300개가 넘는 기업이 그곳에서 사업을 하고 있습니다. 매우 기쁩니다."),
        TranslationLabel = "비공식 번역",
        Notes = ["note"],
        Buttons = [new ReplyButton("카자흐스탄에서 활동하는 한국 기업은 몇 개이며 어떤 새로운 프로젝트를 진행하고 있습니까?", new ReplyAction.BrowseTopics(0))],
    };

    [Fact]
    public void Plain_text_marks_the_best_sentence_and_has_no_escape_sequence()
    {
        var text = Print(output => new PlainReplyPrinter(output));

        Assert.Contains("**According to our stat, more than 300 companies do business [sic] there.**", text, StringComparison.Ordinal);
        Assert.Contains(Quoted.SourceLine, text, StringComparison.Ordinal);
        Assert.Contains("  [1] 카자흐스탄", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(100)]
    [InlineData(300)]
    public void A_box_fits_the_terminal_with_Korean_counted_double(int width)
    {
        var text = Print(output => new BoxedReplyPrinter(output, width));

        Assert.All(Escape().Replace(text, "").Split('\n'), line => Assert.True(Columns(line) <= width, $"{Columns(line)}: {line}"));
    }

    [Fact]
    public void A_box_keeps_every_letter_of_the_quote()
    {
        var text = Escape().Replace(Print(output => new BoxedReplyPrinter(output, 40)), "");

        Assert.Contains(Letters(Quoted.Passage.Text), Letters(text), StringComparison.Ordinal);
    }

    private static string Print(Func<TextWriter, IReplyPrinter> printer)
    {
        using var output = new StringWriter { NewLine = "\n" };
        printer(output).Print(Quoted);
        return output.ToString();
    }

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != '│'));

    private static int Columns(string line) =>
        line.EnumerateRunes().Where(rune => CharUnicodeInfo.GetUnicodeCategory(rune.Value) != UnicodeCategory.Control).Sum(rune => rune.Value is >= 0x1100 and <= 0xD7A3 and not (>= 0x2000 and < 0x3000) ? 2 : 1);

    [GeneratedRegex(@"\u001b\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Escape();
}
