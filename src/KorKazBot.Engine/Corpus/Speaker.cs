namespace KorKazBot.Engine.Corpus;

/// <summary>Who said something.</summary>
/// <param name="Name">The name as the publisher writes it, never empty.</param>
/// <param name="Role">Office or profession, where the file tells it.</param>
public sealed record Speaker(string Name, string? Role);
