using System.Collections.Immutable;

namespace KorKazBot.Engine.Corpus;

/// <summary>A row of the thesaurus: words that mean the same, in every language.</summary>
/// <param name="Name">Unique slug: <c>vaccine</c>.</param>
/// <param name="Terms">Its words and phrases.</param>
/// <param name="Line">1-based line in the file.</param>
/// <param name="IsProper">It is a country, a city, a firm, a person: who asks about one is not answered with another.</param>
public sealed record Concept(string Name, ImmutableArray<ConceptTerm> Terms, int Line, bool IsProper = false);

/// <summary>A word or phrase of a concept.</summary>
/// <param name="Language">The language of the term.</param>
/// <param name="Text">English and Korean: dictionary form or stem; Russian: the stem that its forms begin with; Kazakh: the headword.</param>
/// <param name="IsWhole">Only the word itself matches, no longer form; marked by a trailing <c>=</c>.</param>
public readonly record struct ConceptTerm(Language Language, string Text, bool IsWhole);
