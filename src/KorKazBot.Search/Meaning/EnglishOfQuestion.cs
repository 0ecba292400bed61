using System.Collections.Immutable;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;
using KorKazBot.Search.Querying;

namespace KorKazBot.Search.Meaning;

/// <summary>Puts a question into English for the encoder, which knows no other language: word for word, by the thesaurus.</summary>
internal static class EnglishOfQuestion
{
    private const int FewestWords = 2;

    /// <summary>The English; null where too little of the question is known.</summary>
    public static string? Of(RetrievalQuery query, List<QueryGroup> groups, ImmutableArray<Concept> concepts)
    {
        if (query.Language == Language.English) return Repaired(query.Context is null ? query.Text : $"{query.Context} {query.Text}", groups);
        var words = new List<string>();
        foreach (var group in groups)
        {
            if (group.ConceptNumber is { } number && EnglishOf(concepts[number]) is { } english) words.Add(english);
            else if (char.IsAscii(group.Text[0])) words.Add(group.Text);
        }

        return words.Count >= FewestWords ? string.Join(' ', words) : null;
    }

    private static string Repaired(string text, List<QueryGroup> groups)
    {
        foreach (var group in groups)
        {
            if (group is { Typed: { } typed, SearchedAs: { } meant }) text = text.Replace(typed, meant, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    private static string? EnglishOf(Concept concept)
    {
        foreach (var term in concept.Terms)
        {
            if (term.Language == Language.English) return term.Text;
        }

        return null;
    }
}
