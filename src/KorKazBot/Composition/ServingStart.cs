using KorKazBot.Cli;
using KorKazBot.Configuration;
using KorKazBot.Corpus;
using KorKazBot.Engine.Corpus;
using KorKazBot.Streams;

namespace KorKazBot.Composition;

/// <summary>Opens the corpus to serve it: a bot that people wait for rather starts with the last good corpus than not at all.</summary>
internal static class ServingStart
{
    /// <summary>Opens the corpus folder and keeps a copy; where it can't be used, opens the last good copy and says so in one line.</summary>
    /// <param name="settings">Where the corpus and its copies are.</param>
    /// <param name="streams">Where to say so.</param>
    /// <param name="cancellationToken">Stops the build of an index.</param>
    /// <exception cref="UserError">There is no corpus folder, and no copy.</exception>
    /// <exception cref="CorpusException">The corpus can't be read, and there is no copy.</exception>
    public static Bot Open(Settings settings, StandardStreams streams, CancellationToken cancellationToken)
    {
        var kept = CorpusPlace.Kept(settings);
        var note = kept.ReadNote();
        var folder = CorpusPlace.Expect(settings);
        var reading = new CorpusFolder(folder).ReadWithFiles();

        if (WhyNot(reading, note, folder) is { } reason && (kept.TryRead(note?.Good) ?? kept.TryRead(note?.Previous)) is { } good)
        {
            streams.Error.WriteLine($"{reason} The last good corpus ({Generation.IdOf(good.Hash)}) is served instead. Mend the folder, and reload.");
            return Bot.Over(good, settings, streams, cancellationToken, Arrival.LastGood);
        }

        if (!Directory.Exists(folder)) CorpusPlace.Find(settings);
        var snapshot = reading.Snapshot ?? throw new CorpusException(reading.Errors);
        var bot = Bot.Over(snapshot, settings, streams, cancellationToken);
        Keep(reading, snapshot, kept, note, streams);
        return bot;
    }

    private static string? WhyNot(CorpusReading reading, KeptNote? note, string folder)
    {
        if (reading.Snapshot is { } snapshot)
            return snapshot.Hash == note?.Refused ? $"The corpus in {folder} was taken back by a moderator." : null;

        var errors = reading.Errors;
        var more = errors.Length > 1 ? $" ({errors.Length - 1} more: korkazbot check)" : "";
        return $"The corpus in {folder} can't be used: {errors[0]}{more}";
    }

    // A disk that can't be written costs the safety net, not the service.
    private static void Keep(CorpusReading reading, CorpusSnapshot snapshot, KeptCorpora kept, KeptNote? note, StandardStreams streams)
    {
        try
        {
            kept.Copy(reading);
            if (note?.Good != snapshot.Hash) kept.Write(new KeptNote(snapshot.Hash, note?.Good, Refused: null));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            streams.Error.WriteLine($"warning: No copy of the corpus is kept for a start with a broken one: {exception.Message} See Corpus:KeptPath.");
        }
    }
}
