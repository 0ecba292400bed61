using KorKazBot.Engine.Delivery;
using KorKazBot.Telegram.Messages;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace KorKazBot.Telegram.Updates;

/// <summary>What is said in place of an answer.</summary>
internal enum Notice
{
    /// <summary>Nothing: it is answered.</summary>
    None,

    /// <summary>One user or chat asks too much.</summary>
    TooFast,

    /// <summary>Too much waits for an answer in this chat.</summary>
    Busy,
}

/// <summary>An update to work off.</summary>
/// <param name="Told">How it is stored; null where it isn't, because it is worth nothing half a minute later.</param>
/// <param name="Update">What it says.</param>
/// <param name="Notice">What to say in place of an answer.</param>
internal sealed record Work(InboundEvent? Told, Update Update, Notice Notice = Notice.None)
{
    /// <summary>What it must stay in order with.</summary>
    public string Lane { get; init; } = Told?.Lane ?? "";

    /// <summary>What to do about it, once it is decided: deciding again could end otherwise.</summary>
    public Plan? Plan { get; set; }
}

/// <summary>What to do about an update.</summary>
internal abstract record Plan
{
    private Plan()
    {
    }

    /// <summary>The pressed button to answer; null: none was pressed.</summary>
    public string? Callback { get; init; }

    /// <summary>Nothing to see.</summary>
    /// <param name="Why">For the counters.</param>
    public sealed record Silence(string Why) : Plan;

    /// <summary>Messages.</summary>
    public sealed record Send(Destination To, IReadOnlyList<OutgoingMessage> Messages) : Plan;

    /// <summary>Another text in a message's place.</summary>
    public sealed record Edit(Destination From, int MessageId, OutgoingMessage Message) : Plan;

    /// <summary>A text that only who has pressed the button sees.</summary>
    public sealed record Alert(string Text) : Plan
    {
        /// <summary>Whether it goes by itself; otherwise it waits to be read.</summary>
        public bool IsBrief { get; init; }
    }

    /// <summary>Cards while somebody types.</summary>
    public sealed record Cards(AnswerInlineQueryRequest Request) : Plan;
}
