namespace KorKazBot.Telegram.Messages;

/// <summary>Lays blocks out over as few messages as Telegram's limit allows.</summary>
internal static class MessageLayout
{
    // Less room than this at the end of a message isn't worth cutting a block for.
    private const int LeastPiece = 500;

    /// <summary>The blocks of each message, in order; each message has something to show.</summary>
    /// <param name="blocks">What to show; empty ones are left out.</param>
    /// <param name="most">Most UTF-16 units of a message, line breaks between blocks included.</param>
    public static List<List<Block>> Split(IEnumerable<Block> blocks, int most)
    {
        var messages = new List<List<Block>>();
        var room = 0;
        foreach (var block in blocks)
        {
            for (var rest = block; rest.HasInk;)
            {
                var isLong = rest.Length > most;
                if (messages.Count == 0 || rest.Length > room && !(isLong && room >= LeastPiece))
                {
                    messages.Add([]);
                    room = most;
                }

                if (rest.Length <= room)
                {
                    messages[^1].Add(rest);
                    room -= rest.Length + 1;
                    break;
                }

                (var head, rest) = rest.CutAt(TextCut.Before(rest.Text, room));
                if (head.HasInk) messages[^1].Add(head);
                room = 0;
            }
        }

        messages.RemoveAll(message => message.Count == 0);
        return messages;
    }
}
