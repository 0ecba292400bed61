using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Moderation;
using KorKazBot.Engine.People;
using KorKazBot.Storage;

namespace KorKazBot.Composition;

/// <summary>Puts the commands about people together, and keeps no longer what mustn't be kept. Dispose it before the stores.</summary>
internal sealed class PeopleFamilies : IAsyncDisposable
{
    private readonly QuestionRecorder _recorder;
    private readonly Housekeeping _housekeeping;
    private readonly TextWriter _error;

    /// <summary>Begins.</summary>
    /// <param name="stores">Where everything is kept.</param>
    /// <param name="keys">Under which key somebody is kept.</param>
    /// <param name="error">Where it is told what can't be written down.</param>
    /// <param name="time">The clock.</param>
    public PeopleFamilies(Stores stores, PersonKeys keys, TextWriter error, TimeProvider time)
    {
        _error = error;
        _recorder = new QuestionRecorder(stores.QuestionLog, stores.Unanswered, stores.ChatSettings, Tell);
        _housekeeping = new Housekeeping(stores.SweepAsync, error, time);
        All =
        [
            new PrivacyCommands(stores.PersonalData, keys),
            new SettingsCommands(stores.ChatSettings),
            new FeedbackCommands(stores.Feedback, keys, _recorder),
            new StatsCommands(stores.QuestionLog, stores.Feedback, time),
        ];
    }

    /// <summary>The families.</summary>
    public ICommands[] All { get; }

    public async ValueTask DisposeAsync()
    {
        await _housekeeping.DisposeAsync();
        await _recorder.DisposeAsync();
        if (_recorder.Lost is > 0 and var lost) _error.WriteLine($"warning: {lost} questions were answered, but not counted.");
    }

    private void Tell(Exception exception) => _error.WriteLine($"warning: Questions aren't counted for now: {exception.Message}");
}
