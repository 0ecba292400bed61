namespace KorKazBot.Storage;

/// <summary>
/// The database can't be used and waiting won't help: it is damaged, newer than this program, in use, out of reach, or wrongly configured.
/// The message says what is wrong, where, and what to do, without secrets. Nothing was changed.
/// </summary>
/// <param name="message">What, where, and what to do.</param>
/// <param name="inner">The database's own exception; null where there is none.</param>
public sealed class StorageProblemException(string message, Exception? inner = null) : Exception(message, inner);
