using System.Threading.Channels;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Delivery;
using KorKazBot.Engine.Moderation;

namespace KorKazBot.Engine.People;

/// <summary>Counts questions and keeps those left open, behind the answer's back: nobody waits for it, and no answer fails with it.</summary>
/// <remarks>Dispose it before the stores: it then writes what is still waiting. Safe for any number of threads.</remarks>
public sealed class QuestionRecorder : IAsyncDisposable
{
    /// <summary>Most questions that wait; beyond it they are lost, and <see cref="Lost"/> counts them.</summary>
    public const int Capacity = 1000;

    private const int MostNearest = 3;

    private readonly IQuestionLog _log;
    private readonly IUnansweredQuestions _unanswered;
    private readonly IChatSettingsStore _settings;
    private readonly Action<Exception> _onFailure;
    private readonly Channel<AskedQuestion> _waiting =
        Channel.CreateBounded<AskedQuestion>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly Task _writing;
    private long _lost;
    private volatile bool _isStopping;

    /// <summary>Begins to wait for questions.</summary>
    /// <param name="log">Counts.</param>
    /// <param name="unanswered">Keeps texts.</param>
    /// <param name="settings">Tells whether a chat's texts may be kept.</param>
    /// <param name="onFailure">Takes why nothing can be written, once until something can be written again.</param>
    public QuestionRecorder(IQuestionLog log, IUnansweredQuestions unanswered, IChatSettingsStore settings, Action<Exception> onFailure)
    {
        (_log, _unanswered, _settings, _onFailure) = (log, unanswered, settings, onFailure);
        _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>How many questions were asked and not written down.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>Takes a question, to write it down later. Small talk and opened passages are no questions.</summary>
    public void Take(AnsweredTurn answered)
    {
        ArgumentNullException.ThrowIfNull(answered);
        if (answered.Answer is not { } answer || ReasonOf(answer) is not { } reason) return;
        var nearest = answer.Readings.Take(MostNearest).Select(reading => reading.Passage.Id);
        var question = new UnansweredQuestion(answered.Question, answer.Language, Bands.Of(answer), [.. nearest], reason);
        var quoted = (answer as Answer.Found)?.Best.Passage.Id;
        if (!_waiting.Writer.TryWrite(new AskedQuestion(answered.Turn.Chat, quoted, question))) Interlocked.Increment(ref _lost);
    }

    /// <summary>Writes what waits, as long as it can be written, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _isStopping = true;
        _waiting.Writer.TryComplete();
        await _writing;
    }

    // Found and offered ones have no reason; nothing reads theirs.
    private static UnansweredReason? ReasonOf(Answer answer) => answer switch
    {
        Answer.Abstained { Reason: AbstainReason.NothingRetrieved } => UnansweredReason.NothingRetrieved,
        Answer.Abstained { Reason: not AbstainReason.LowConfidence } => null,
        _ => UnansweredReason.LowConfidence,
    };

    private async Task WriteAllAsync()
    {
        var (isOut, isGivenUp) = (false, false);
        await foreach (var asked in _waiting.Reader.ReadAllAsync())
        {
            try
            {
                if (isGivenUp) throw new StoreUnavailableException("The records are out, and the program ends.", new TimeoutException());
                await WriteAsync(asked);
                isOut = false;
            }
            catch (Exception exception)
            {
                // A question is worth less than the ones after it, whatever is wrong with it.
                Interlocked.Increment(ref _lost);
                if (!isOut) _onFailure(exception);
                (isOut, isGivenUp) = (true, _isStopping);
            }
        }
    }

    private async Task WriteAsync(AskedQuestion asked)
    {
        var question = asked.Question;
        await _log.CountAsync(question.Language, question.Band, asked.Quoted, CancellationToken.None);
        if (question.Band != Band.None) return;
        var settings = await _settings.ReadAsync(asked.Chat, CancellationToken.None);
        if (settings.KeepsQuestions) await _unanswered.RecordAsync(question, CancellationToken.None);
    }

    private sealed record AskedQuestion(ChatId Chat, string? Quoted, UnansweredQuestion Question);
}
