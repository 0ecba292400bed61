using System.Buffers;
using System.Collections.Immutable;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Discord.Messages;

/// <summary>Who sees an answer.</summary>
internal enum Audience
{
    /// <summary>Everybody in the channel.</summary>
    Everybody,

    /// <summary>Who asked, who may then share it.</summary>
    Asker,
}

/// <summary>Draws replies as Discord messages, within all of Discord's limits whatever stands in corpus or question.</summary>
/// <param name="ids">Writes the ids of the buttons.</param>
internal sealed class DiscordReply(ComponentId ids)
{
    private const int MostSource = 300;
    private const int MostNote = 300;
    private const int MostNotes = 4;
    private const int MostLink = 512;

    private static readonly SearchValues<char> EndsLink = SearchValues.Create("<> \\");

    /// <summary>The message of a reply.</summary>
    public OutgoingMessage Draw(Reply reply, Audience audience)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var message = reply switch
        {
            Reply.Quoted quoted => Nothing(audience) with { Embeds = [Quote(quoted)] },
            Reply.Choices choices => Say(choices.Message, audience),
            Reply.NotFound notFound => Say(notFound.Message, audience),
            Reply.Said said => Say(said.Message, audience),
            _ => throw new ArgumentOutOfRangeException(nameof(reply), reply, "No such reply."),
        };

        return message with { Components = Rows(reply, audience) };
    }

    /// <summary>The bot's own words, without previews: an address in a question must not bring its page along.</summary>
    public static OutgoingMessage Say(string words, Audience audience) => Nothing(audience) with
    {
        Content = DiscordMarkdown.Fit(words, DiscordLimits.Content, DiscordMarkdown.Escape),
        Flags = Nothing(audience).Flags | MessageFlags.SuppressEmbeds,
    };

    /// <summary>A message that only settles who sees it.</summary>
    public static OutgoingMessage Nothing(Audience audience) => new()
    {
        Flags = audience == Audience.Asker ? MessageFlags.Ephemeral : MessageFlags.None,
    };

    private static Embed Quote(Reply.Quoted quoted)
    {
        var passage = quoted.Passage;
        var heading = DiscordMarkdown.Plain(passage.Asked.Length > 0 ? passage.Asked : passage.Source.Title);
        var below = Below(quoted);
        var embed = new Embed
        {
            Title = DiscordMarkdown.Fit(heading, DiscordLimits.Title, DiscordMarkdown.Escape),
            Description = QuoteExcerpt.Of(passage.Text, quoted.Highlight, DiscordLimits.Description - below.Length) + below,
            Footer = DiscordMarkdown.Plain(quoted.SourceLine) is { Length: > 0 } source
                ? new EmbedFooter(DiscordMarkdown.Fit(source, MostSource, DiscordMarkdown.Plain))
                : null,
        };

        if (quoted.Translation is not { } translation) return embed;
        return embed with { Fields = Translation(quoted, translation, DiscordLimits.Embeds - embed.Length) };
    }

    private static ImmutableArray<EmbedField> Translation(Reply.Quoted quoted, PassageTranslation translation, int room)
    {
        var name = DiscordMarkdown.Fit(quoted.TranslationLabel, DiscordLimits.FieldName, DiscordMarkdown.Escape);
        if (name.Length == 0) name = "…";
        var pieces = QuoteExcerpt.Pieces(translation.Text, DiscordLimits.FieldValue, room - name.Length - DiscordLimits.Fields);
        return [.. pieces.Take(DiscordLimits.Fields).Select((piece, i) => new EmbedField(i == 0 ? name : "…", piece))];
    }

    // The link in full, then what the user should know, in small print.
    private static string Below(Reply.Quoted quoted)
    {
        var lines = quoted.Notes.Take(MostNotes)
            .Select(note => DiscordMarkdown.Fit(DiscordMarkdown.Plain(note), MostNote, DiscordMarkdown.Escape))
            .Where(note => note.Length > 0)
            .Select(note => $"\n-# {note}");
        return string.Concat(lines.Prepend(Link(quoted.Passage.Source.Link)));
    }

    // An address that can mislead about where it leads is not shown as one.
    private static string Link(Uri? link)
    {
        if (link is not { IsAbsoluteUri: true, Scheme: "https", UserInfo: "" }) return "";
        var address = new UriBuilder(link) { Host = link.IdnHost }.Uri.AbsoluteUri;
        return address.Length > MostLink || address.AsSpan().ContainsAny(EndsLink) ? "" : $"\n<{address}>";
    }

    private ImmutableArray<ActionRow> Rows(Reply reply, Audience audience)
    {
        var buttons = new List<Button>();
        var isList = reply is Reply.Said && reply.Buttons.Any(button => button.Action is ReplyAction.ShowPassage);
        foreach (var button in reply.Buttons)
        {
            var turnsPage = button.Action is ReplyAction.ChooseLanguage || isList && button.Action is ReplyAction.BrowseTopics;
            Add(buttons, button.Label, turnsPage ? PressKind.Replace : PressKind.Answer, button.Action, default);
        }

        if (audience == Audience.Asker && reply is Reply.Quoted quoted)
        {
            var show = new ReplyAction.ShowPassage(quoted.Passage.Id, quoted.Passage.ContentHash);
            Add(buttons, Texts.In(reply.Language).ShareButton, PressKind.Share, show, quoted.Highlight);
        }

        return [.. buttons.Chunk(DiscordLimits.ButtonsInRow).Take(DiscordLimits.Rows).Select(row => new ActionRow([.. row]))];
    }

    // Discord refuses a message with two buttons of one id, or one without a label.
    private void Add(List<Button> buttons, string label, PressKind kind, ReplyAction action, TextSpan highlight)
    {
        if (!ids.TryWrite(kind, action, highlight, out var id) || buttons.Exists(button => button.CustomId == id)) return;
        var text = DiscordMarkdown.Fit(label, DiscordLimits.Label, DiscordMarkdown.Plain);
        if (text.Length == 0) text = "…";
        buttons.Add(new Button(text, id, kind == PressKind.Share ? ButtonStyle.Primary : ButtonStyle.Secondary));
    }
}
