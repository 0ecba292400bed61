using KorKazBot.SentenceEncoding;

namespace KorKazBot.Tests.SentenceEncoding;

public sealed class SentencePiecesTests
{
    private static readonly SentencePieces Pieces = new(
        [("?", 0), ("▁", -3), ("▁a", -2), ("b", -2), ("ab", -3), ("▁ab", -3.5), ("bc", -1), ("c", -2), ("a", -2), ("1", -2), ("⁄", -2), ("2", -2)],
        reserved: 1);

    [Theory]
    [InlineData("", new[] { 1 })]
    [InlineData("a", new[] { 2 })]
    [InlineData("ab", new[] { 5 })]
    [InlineData("abc", new[] { 2, 6 })]
    [InlineData("a ab", new[] { 2, 5 })]
    [InlineData("axyb", new[] { 2, 3 })]
    [InlineData("½", new[] { 1, 9, 10, 11 })]
    public void Takes_the_pieces_of_the_highest_score_and_leaves_out_the_rest(string text, int[] expected)
    {
        var numbers = new int[10];

        var count = Pieces.Cut(text, numbers, new Workspace());

        Assert.Equal(expected, numbers[..count]);
    }

    [Fact]
    public void Keeps_the_first_pieces_where_there_is_no_room_for_all()
    {
        var numbers = new int[3];

        Assert.Equal(3, Pieces.Cut("a ab abc abc", numbers, new Workspace()));
        Assert.Equal([2, 5, 2], numbers);
    }

    // What Unicode's own tables give for NFKC.
    [Theory]
    [InlineData("½ of the ﬁrst ﬂight… №5, 20 ℃, x²", "1⁄2 of the first flight... No5, 20 °C, x2")]
    [InlineData("ＦＵＬＬ ｗｉｄｔｈ！", "FULL width!")]
    [InlineData("e\u0301te\u0301 n\u0303", "été ñ")]
    [InlineData("𝐁𝐨𝐥𝐝 𝒮𝓁𝒶𝓃𝓉 𝟜𝟚", "Bold Slant 42")]
    [InlineData("a\u00A0b\u2003c\u3000d", "a b c d")]
    [InlineData("Ⅻ ⓐⒷ ⑳ ™", "XII aB 20 TM")]
    [InlineData("don´t ¨", "don \u0301t  \u0308")]
    [InlineData("plain ASCII, as it is: ~", "plain ASCII, as it is: ~")]
    [InlineData("é € “£4”", "é € “£4”")]
    public void Writes_signs_in_the_compatible_form(string text, string expected)
    {
        var written = new char[100];

        Assert.Equal(expected, written.AsSpan(0, CompatibleText.Write(text, written)));
    }

    [Fact]
    public void Stops_at_the_last_sign_that_fits_whole()
    {
        var written = new char[4];

        Assert.Equal("ab ", written.AsSpan(0, CompatibleText.Write("ab ½ c", written)));
    }
}
