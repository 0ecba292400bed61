using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using KorKazBot.Discord.Messages;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Discord.Interactions;

/// <summary>A question that the corpus is known to answer.</summary>
/// <param name="Question">The question in full.</param>
/// <param name="Passage">What answers it.</param>
internal sealed record KnownQuestion(string Question, Passage Passage);

/// <summary>What <c>/ask</c> offers while somebody types: the interviews' own questions, and other ways in which people ask them.</summary>
/// <param name="corpus">What is live.</param>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed class Suggestions(LiveCorpus corpus)
{
    private volatile Catalogue? _catalogue;

    /// <summary>The best choices: in the user's language first, in others only where something was typed that they match.</summary>
    /// <param name="typed">What stands there so far; empty: the interviews' first questions.</param>
    /// <param name="language">The user's language.</param>
    /// <param name="interviews">The interviews that this server answers from; empty: all.</param>
    public ImmutableArray<Choice> For(string typed, Language language, ImmutableArray<string> interviews)
    {
        var wanted = Fold(typed);
        var words = wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var matching =
            from entry in Live().Entries
            where interviews.IsEmpty || interviews.Contains(entry.Known.Passage.Source.InterviewId)
            let rank = words.Length == 0 ? Blank(entry, language) : Rank(entry, wanted, words)
            where rank is not null
            orderby entry.Language == language ? 0 : 1, rank
            select entry;
        return [.. matching.DistinctBy(entry => entry.Choice.Name).Take(DiscordLimits.Choices).Select(entry => entry.Choice)];
    }

    /// <summary>Recognises a choice of ours in what was sent; anything else is somebody's own words.</summary>
    public bool TryFind(string sent, [NotNullWhen(true)] out KnownQuestion? question)
    {
        question = Live().ByValue.GetValueOrDefault(sent)?.Known;
        return question is not null;
    }

    private static int? Blank(Entry entry, Language language) => entry.Language == language && !entry.IsAlias ? 0 : null;

    private static int? Rank(Entry entry, string wanted, string[] words)
    {
        var own = entry.IsAlias ? 1 : 0;
        if (entry.Folded.StartsWith(wanted, StringComparison.Ordinal)) return own;
        if (entry.Folded.Contains(wanted, StringComparison.Ordinal)) return 2 + own;
        return Array.TrueForAll(words, word => BeginsWord(entry.Folded, word)) ? 4 + own : null;
    }

    private static bool BeginsWord(string text, string beginning)
    {
        for (var at = 0; (at = text.IndexOf(beginning, at, StringComparison.Ordinal)) >= 0; at++)
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1])) return true;
        return false;
    }

    // Built once for each generation; two threads that meet here build the same.
    private Catalogue Live()
    {
        using var lease = corpus.Acquire();
        var known = _catalogue;
        if (known is not null && ReferenceEquals(known.Snapshot, lease.Generation.Snapshot)) return known;
        return _catalogue = Catalogue.Of(lease.Generation.Snapshot);
    }

    private static string Fold(string text) => QuestionText.Clean(text).ToLowerInvariant().Replace('ё', 'е');

    private sealed record Entry(Choice Choice, string Folded, Language Language, bool IsAlias, KnownQuestion Known);

    private sealed record Catalogue(CorpusSnapshot Snapshot, ImmutableArray<Entry> Entries, FrozenDictionary<string, Entry> ByValue)
    {
        public static Catalogue Of(CorpusSnapshot snapshot)
        {
            var turns = new HashSet<(string, int)>();
            var entries = snapshot.Passages
                .SelectMany(passage => Questions(passage, turns.Add((passage.Source.InterviewId, passage.Turn))))
                .DistinctBy(entry => entry.Choice.Value)
                .ToImmutableArray();
            return new Catalogue(snapshot, entries, entries.ToFrozenDictionary(entry => entry.Choice.Value));
        }

        // The value names passage, language and alias: short, and one for each question.
        private static IEnumerable<Entry> Questions(Passage passage, bool isFirstOfTurn)
        {
            if (isFirstOfTurn)
            {
                if (Make(passage, passage.Asked, passage.Language, null) is { } original) yield return original;
                foreach (var translation in passage.Translations)
                    if (Make(passage, translation.Asked, translation.Language, null) is { } translated) yield return translated;
            }

            for (var i = 0; i < passage.Aliases.Length; i++)
                if (Make(passage, passage.Aliases[i].Question, passage.Aliases[i].Language, i) is { } alias) yield return alias;
        }

        private static Entry? Make(Passage passage, string question, Language language, int? alias)
        {
            var value = string.Create(CultureInfo.InvariantCulture, $"{passage.Id}#{language.ToCode()}{alias}");
            var name = DiscordMarkdown.Fit(question, DiscordLimits.Choice, DiscordMarkdown.Plain);
            if (name.Length == 0 || value.Length > DiscordLimits.Choice) return null;
            return new Entry(new Choice(name, value), Fold(question), language, alias is not null, new KnownQuestion(question, passage));
        }
    }
}
