using FsCheck.Xunit;
using KorKazBot.Discord.Messages;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;

namespace KorKazBot.Tests.Discord;

public class ComponentIdTests
{
    [Theory]
    [InlineData(PressKind.Answer, 0, 0)]
    [InlineData(PressKind.Replace, 0, 0)]
    [InlineData(PressKind.Share, 0, 0)]
    [InlineData(PressKind.Share, 12, 1_000_000)]
    internal void A_button_gives_back_what_it_does(PressKind kind, int start, int end)
    {
        var action = new ReplyAction.ShowPassage("koo-2021-05.2.1", "abcdef");

        Assert.True(Drawn.Ids.TryWrite(kind, action, new TextSpan(start, end), out var id));
        Assert.InRange(id.Length, 1, 100);
        Assert.True(Drawn.Ids.TryRead(id, out var press));
        Assert.Equal(new Press(kind, action, new TextSpan(start, end)), press);
    }

    [Property(MaxTest = 1000)]
    public void Whatever_comes_back_is_read_without_an_exception(string? id) => Assert.False(Drawn.Ids.TryRead(id, out _));

    [Theory]
    [InlineData("s")]
    [InlineData("s:")]
    [InlineData("s1.2")]
    [InlineData("s.:")]
    [InlineData("s-1.2:x")]
    [InlineData("s99999999999.2:x")]
    [InlineData("x")]
    public void A_broken_share_button_does_nothing(string id) => Assert.False(Drawn.Ids.TryRead(id, out _));
}
