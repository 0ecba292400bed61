using System.Collections.Immutable;
using System.Text;
using KorKazBot.Engine.Answering;

namespace KorKazBot.Engine.Moderation;

/// <summary>A question that the bot has left open, without who asked it.</summary>
/// <param name="Text">As typed; what <see cref="QuestionText.Clean"/> leaves of it is kept.</param>
/// <param name="Language">The language it was taken for.</param>
/// <param name="Band">How far the bot got.</param>
/// <param name="Nearest">The ids of the passages that came nearest, best first; empty where there are none.</param>
/// <param name="Reason">Why it is left open.</param>
public sealed record UnansweredQuestion(string Text, Language Language, Band Band, ImmutableArray<string> Nearest, UnansweredReason Reason)
{
    /// <summary>
    /// What the same question typed another way shares: letters and digits in lower case, one space between words, ё as е, full-width
    /// letters as plain ones.
    /// </summary>
    public string Normalised
    {
        get
        {
            var normalised = new StringBuilder(Text.Length);
            var isGap = false;
            foreach (var rune in QuestionText.Clean(Text).EnumerateRunes())
            {
                var plain = Plain(rune);
                if (!Rune.IsLetterOrDigit(plain) && !IsMark(plain))
                {
                    isGap = true;
                    continue;
                }

                if (isGap && normalised.Length > 0) normalised.Append(' ');
                isGap = false;
                normalised.Append(plain.ToString());
            }

            return normalised.ToString();
        }
    }

    // U+FF01 to U+FF5E are ASCII in the width of a Chinese character, in the same order.
    private static Rune Plain(Rune rune)
    {
        if (rune.Value is >= 0xFF01 and <= 0xFF5E) rune = new Rune(rune.Value - 0xFEE0);
        rune = Rune.ToLowerInvariant(rune);
        return rune.Value == 'ё' ? new Rune('е') : rune;
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark;
}

/// <summary>Why a question is left open.</summary>
public enum UnansweredReason
{
    /// <summary>No passage has any word of it.</summary>
    NothingRetrieved,

    /// <summary>Passages were found, but none surely enough answers.</summary>
    LowConfidence,

    /// <summary>The person was offered passages and wanted none of them.</summary>
    NothingChosen,

    /// <summary>The person found that the answer didn't help.</summary>
    VotedDown,

    /// <summary>The person asked for a moderator.</summary>
    AskedForAPerson,
}
