using KorKazBot.Engine.Chat;
using KorKazBot.Streams;

namespace KorKazBot.Terminal;

/// <summary>Shows a reply: plain in a pipe, boxed on a terminal. Buttons are numbered from 1, in order.</summary>
internal interface IReplyPrinter
{
    /// <summary>Shows one reply, followed by an empty line.</summary>
    void Print(Reply reply);
}

/// <summary>Chooses the printer.</summary>
internal static class ReplyPrinters
{
    /// <summary>Boxes only where a person sits at the output; Spectre.Console isn't even loaded otherwise.</summary>
    public static IReplyPrinter For(StandardStreams streams) => streams.Terminal.Styled
        ? new BoxedReplyPrinter(streams.Out, streams.Terminal.Width)
        : new PlainReplyPrinter(streams.Out);
}
