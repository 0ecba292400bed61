using System.Collections.Frozen;

namespace KorKazBot.SentenceEncoding;

/// <summary>Writes a text with the signs of the vocabulary: the part of Unicode's form NFKC that makes a difference here.</summary>
/// <remarks>
/// <see cref="string.Normalize()"/> does nothing without ICU. The vocabulary has 193 letters and signs, so only characters whose NFKC is
/// made of those are listed, taken from Unicode 15; Arabic presentation forms and squared East Asian words are left out.
/// </remarks>
internal static class CompatibleText
{
    // A sign, then what is written for it; _ is a space.
    private static readonly FrozenDictionary<char, string> Signs = (
        "¨_\u0308 ªa ¯_\u0304 ²2 ³3 ´_\u0301 µμ ¹1 ºo ¼1⁄4 ½1⁄2 ¾3⁄4 ĲIJ ĳij ĿL· ŀl· ſs ǇLJ ǈLj ǉlj ǊNJ ǋNj ǌnj ǱDZ ǲDz " +
        "ǳdz ․. ‥.. …... ″′′ ‴′′′ ‼!! ⁇?? ⁈?! ⁉!? ⁗′′′′ ⁰0 ⁱi ⁴4 ⁵5 ⁶6 ⁷7 ⁸8 ⁹9 ⁺+ ⁻− ⁼= ⁽( ⁾) ⁿn ₀0 ₁1 ₂2 ₃3 ₄4 ₅5 ₆6 ₇7 " +
        "₈8 ₉9 ₊+ ₋− ₌= ₍( ₎) ₐa ₑe ₒo ₓx ₕh ₖk ₗl ₘm ₙn ₚp ₛs ₜt ℀a/c ℁a/s ℂC ℃°C ℅c/o ℆c/u ℉°F ℊg ℋH ℌH ℍH ℎh ℐI ℑI ℒL " +
        "ℓl ℕN №No ℙP ℚQ ℛR ℜR ℝR ℠SM ℡TEL ™TM ℤZ ℨZ KK ℬB ℭC ℯe ℰE ℱF ℳM ℴo ℹi ℻FAX ℼπ ⅅD ⅆd ⅇe ⅈi ⅉj ⅐1⁄7 ⅑1⁄9 ⅒1⁄10 " +
        "⅓1⁄3 ⅔2⁄3 ⅕1⁄5 ⅖2⁄5 ⅗3⁄5 ⅘4⁄5 ⅙1⁄6 ⅚5⁄6 ⅛1⁄8 ⅜3⁄8 ⅝5⁄8 ⅞7⁄8 ⅟1⁄ ⅠI ⅡII ⅢIII ⅣIV ⅤV ⅥVI ⅦVII ⅧVIII ⅨIX ⅩX ⅪXI " +
        "ⅫXII ⅬL ⅭC ⅮD ⅯM ⅰi ⅱii ⅲiii ⅳiv ⅴv ⅵvi ⅶvii ⅷviii ⅸix ⅹx ⅺxi ⅻxii ⅼl ⅽc ⅾd ⅿm ↉0⁄3 ①1 ②2 ③3 ④4 ⑤5 ⑥6 ⑦7 ⑧8 ⑨9 " +
        "⑩10 ⑪11 ⑫12 ⑬13 ⑭14 ⑮15 ⑯16 ⑰17 ⑱18 ⑲19 ⑳20 ⑴(1) ⑵(2) ⑶(3) ⑷(4) ⑸(5) ⑹(6) ⑺(7) ⑻(8) ⑼(9) ⑽(10) ⑾(11) ⑿(12) ⒀(13) " +
        "⒁(14) ⒂(15) ⒃(16) ⒄(17) ⒅(18) ⒆(19) ⒇(20) ﬀff ﬁfi ﬂfl ﬃffi ﬄffl ﬅst ﬆst")
        .Split(' ').ToFrozenDictionary(entry => entry[0], entry => entry[1..].Replace('_', ' '));

    // A letter, a mark, then both in one.
    private static readonly FrozenDictionary<(char Letter, char Mark), char> Marked = (
        "E\u0301É a\u0300à a\u0301á a\u0302â a\u0303ã a\u0308ä a\u030Aå c\u0327ç e\u0300è e\u0301é e\u0302ê e\u0308ë " +
        "i\u0300ì i\u0301í n\u0303ñ o\u0300ò o\u0301ó o\u0302ô o\u0308ö u\u0300ù u\u0301ú u\u0308ü a\u0304ā c\u0301ć " +
        "o\u0304ō s\u030Cš")
        .Split(' ').ToFrozenDictionary(entry => (entry[0], entry[1]), entry => entry[2]);

    /// <summary>Writes as much as there is room for.</summary>
    /// <returns>How many characters were written.</returns>
    public static int Write(ReadOnlySpan<char> text, Span<char> written)
    {
        var length = 0;
        for (var i = 0; i < text.Length && length < written.Length; i++)
        {
            var sign = text[i];
            if (sign < 0x80)
            {
                written[length++] = char.IsControl(sign) ? ' ' : sign;
            }
            else if (Signs.TryGetValue(sign, out var several))
            {
                if (several.Length > written.Length - length) break;
                several.CopyTo(written[length..]);
                length += several.Length;
            }
            else if (length > 0 && Marked.TryGetValue((written[length - 1], sign), out var both))
            {
                written[length - 1] = both;
            }
            else
            {
                written[length++] = One(text, ref i);
            }
        }

        return length;
    }

    private static char One(ReadOnlySpan<char> text, ref int i) => text[i] switch
    {
        >= '\uFF01' and <= '\uFF5E' and var wide => (char)(wide - 0xFEE0),
        >= 'Ⓐ' and <= 'Ⓩ' and var circled => (char)(circled - 'Ⓐ' + 'A'),
        >= 'ⓐ' and <= 'ⓩ' and var circled => (char)(circled - 'ⓐ' + 'a'),
        '\uD835' when i + 1 < text.Length => Mathematical(text[++i]),
        var sign when char.IsWhiteSpace(sign) => ' ',
        var sign => sign,
    };

    // Thirteen alphabets of 52 letters from U+1D400, five rows of digits from U+1D7CE; the second half of the pair tells which.
    private static char Mathematical(char low) => (low - 0xDC00) switch
    {
        >= 0 and < 13 * 52 and var letter => letter % 52 < 26 ? (char)('A' + letter % 52) : (char)('a' + letter % 52 - 26),
        >= 0x3CE and <= 0x3FF and var digit => (char)('0' + (digit - 0x3CE) % 10),
        _ => '\uFFFD',
    };
}
