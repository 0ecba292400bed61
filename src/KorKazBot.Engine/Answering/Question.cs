namespace KorKazBot.Engine.Answering;

/// <summary>What a person asks.</summary>
/// <param name="Text">As typed; anything may be in it.</param>
/// <param name="Language">The language to take it for; null: identify it.</param>
/// <param name="UsualLanguage">The asker's usual language, which decides where the letters don't; null: not known.</param>
/// <param name="Previous">The same person's question just before, from which a follow-up such as "And in 2020?" is completed; null: none.</param>
public sealed record Question(string Text, Language? Language = null, Language? UsualLanguage = null, string? Previous = null);
