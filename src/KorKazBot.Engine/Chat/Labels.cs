using System.Globalization;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Engine.Chat;

/// <summary>Words buttons and source lines.</summary>
internal static class Labels
{
    private const int MaxLabel = 80;
    private const int MaxEcho = 60;

    /// <summary>A button that shows a passage, labelled by the question it answers, in the user's language where there is a translation.</summary>
    public static ReplyButton Show(Passage passage, Texts texts, Language language) =>
        new(Shorten(AskedIn(passage, texts, language), MaxLabel), new ReplyAction.ShowPassage(passage.Id, passage.ContentHash));

    /// <summary>The same, labelled by the passage's first words: a second passage of one question.</summary>
    public static ReplyButton ShowByText(Passage passage, Language language) =>
        new(
            Shorten("… " + (passage.TranslationInto(language)?.Text ?? passage.Text), MaxLabel),
            new ReplyAction.ShowPassage(passage.Id, passage.ContentHash));

    /// <summary>Speaker, publisher and day, as far as they are known.</summary>
    public static string Source(PassageSource source, Texts texts)
    {
        var speaker = source.Speaker is { Role: { } role } named ? $"{named.Name}, {role}" : source.Speaker?.Name;
        var parts = new[] { speaker ?? source.Title, source.Publisher, source.Date is { } day ? texts.Day(day) : null };
        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>What somebody typed, safe and short enough to say back.</summary>
    public static string Echo(string typed) => Shorten(QuestionText.Clean(typed), MaxEcho);

    /// <summary>Cuts a text at a word, so that it has at most so many UTF-16 units; never inside what readers see as one character.</summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most) return text;
        var cut = text.LastIndexOf(' ', most - 1, most / 2);
        if (cut < 0) cut = WholeCharacters(text, most - 1);
        return text[..cut].TrimEnd(' ', ',', ';', ':') + "…";
    }

    // The most UTF-16 units, up to a limit, that end where a character ends: a family of emoji or a letter with its marks is one.
    private static int WholeCharacters(string text, int most)
    {
        for (var end = 0; ;)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > most) return end;
            end = next;
        }
    }

    private static string AskedIn(Passage passage, Texts texts, Language language)
    {
        var asked = passage.TranslationInto(language)?.Asked ?? passage.Asked;
        return asked.Length > 0 ? asked : texts.LeadLabel;
    }
}
