using FsCheck.Xunit;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Moderation;

namespace KorKazBot.Tests.Chat;

public class ActionCodesTests
{
    private readonly ActionCodes _codes = new([1, 2, 3]);

    [Fact]
    public void A_button_gives_back_what_it_does()
    {
        ReplyAction[] actions =
        [
            new ReplyAction.ShowPassage("koo-2021-05.2.1", "abcdef"),
            new ReplyAction.BrowseTopics(12),
            new ReplyAction.ChooseLanguage(Language.Kazakh),
            new ReplyAction.Command("/unanswered 1234567 attach koo-2021-05.12.3"),
            new ReplyAction.CastVote(Verdict.Helpful, "AbCd-_12", "koo-2021-05.2.1"),
            new ReplyAction.CastVote(Verdict.NotHelpful, "AbCd-_12", "koo-2021-05.2.1"),
        ];

        foreach (var action in actions)
        {
            Assert.True(_codes.TryWrite(action, out var code));
            Assert.True(code.Length <= ActionCodes.MaxLength);
            Assert.True(_codes.TryRead(code, out var read));
            Assert.Equal(action, read);
        }
    }

    [Fact]
    public void A_passage_whose_id_is_too_long_for_a_button_gets_none() =>
        Assert.False(_codes.TryWrite(new ReplyAction.ShowPassage(new string('a', 60), "abcdef"), out _));

    [Fact]
    public void Another_bots_button_does_nothing()
    {
        Assert.True(new ActionCodes([9]).TryWrite(new ReplyAction.BrowseTopics(1), out var code));
        Assert.False(_codes.TryRead(code, out _));
    }

    [Property]
    public void A_changed_code_does_nothing(int at, char with)
    {
        Assert.True(_codes.TryWrite(new ReplyAction.ShowPassage("koo-2021-05.2.1", "abcdef"), out var code));
        var changed = code.ToCharArray();
        changed[(int)((uint)at % changed.Length)] = with;
        if (new string(changed) != code) Assert.False(_codes.TryRead(new string(changed), out _));
    }

    [Property]
    public void Whatever_comes_back_is_read_without_an_exception(string? code) => Assert.False(_codes.TryRead(code, out _));
}
