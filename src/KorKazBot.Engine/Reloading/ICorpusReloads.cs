namespace KorKazBot.Engine.Reloading;

/// <summary>Reads the corpus again while the bot answers: for moderators' commands, for signals.</summary>
/// <remarks>One at a time; what is asked for meanwhile is done together in one more run. Safe for any number of threads.</remarks>
public interface ICorpusReloads
{
    /// <summary>Reads the corpus, builds its index aside, asks the golden questions and, where it is asked for, publishes.</summary>
    /// <param name="request">What is wanted, and by whom.</param>
    /// <param name="cancellationToken">Stops waiting; a run that has begun goes on.</param>
    /// <returns>What came of it. Except after <see cref="ReloadOutcome.Published"/> the same generation answers as before.</returns>
    Task<ReloadOutcome> ReloadAsync(ReloadRequest request, CancellationToken cancellationToken);

    /// <summary>What a rollback would change; null: there is nothing to go back to.</summary>
    CorpusDifference? PreviewRollBack();

    /// <summary>Makes the previous generation live again.</summary>
    /// <param name="from">The <see cref="Corpus.Generation.Id"/> that is to be taken back; where another one is live nothing changes.</param>
    /// <param name="by">The moderator, as <c>telegram:12345</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<RollBackOutcome> RollBackAsync(string from, string by, CancellationToken cancellationToken);
}

/// <summary>What is wanted of a reload.</summary>
/// <param name="By">The moderator, as <c>telegram:12345</c>; null: a signal from whoever runs the program.</param>
/// <param name="Publish">Whether to publish; false: only to see the difference.</param>
/// <param name="Shown">The <see cref="CorpusDifference.NewId"/> that was shown: another corpus isn't published; null: whatever is read.</param>
/// <param name="Force">Whether to publish although golden questions are wrong; a corpus that can't be read is never published.</param>
/// <param name="Overrides">How many wrong golden questions were shown: another number isn't overridden; null: however many there are.</param>
public sealed record ReloadRequest(string? By, bool Publish, string? Shown = null, bool Force = false, int? Overrides = null);
