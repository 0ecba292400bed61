namespace KorKazBot.Engine.Corpus;

/// <summary>Cuts interviews into passages.</summary>
public static class InterviewPassages
{
    /// <summary>One passage for each paragraph of the original, in order, with its translations and aliases.</summary>
    public static IEnumerable<Passage> Of(Interview interview)
    {
        ArgumentNullException.ThrowIfNull(interview);
        var source = new PassageSource(
            interview.Id, interview.Title, interview.Interviewee, interview.Publisher, interview.Date, interview.Source);

        foreach (var turn in interview.Turns)
        {
            for (var paragraph = 1; paragraph <= turn.Paragraphs.Length; paragraph++)
            {
                yield return new Passage
                {
                    Id = $"{interview.Id}.{turn.Number}.{paragraph}",
                    Turn = turn.Number,
                    Asked = turn.Asked,
                    Text = turn.Paragraphs[paragraph - 1],
                    Language = interview.Language,
                    Source = source,
                    Translations = [.. Translations(interview, turn.Number, paragraph)],
                    Aliases = [.. interview.Aliases.Where(alias => alias.Turn == turn.Number && alias.Paragraph == paragraph)],
                };
            }
        }
    }

    private static IEnumerable<PassageTranslation> Translations(Interview interview, int number, int paragraph)
    {
        foreach (var translation in interview.Translations)
        {
            var turn = translation.Turns.FirstOrDefault(turn => turn.Number == number);
            if (turn is null || turn.Paragraphs.Length < paragraph) continue;
            yield return new PassageTranslation(translation.Language, turn.Asked, turn.Paragraphs[paragraph - 1]);
        }
    }
}
