using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace KorKazBot.Discord.Messages;

/// <summary>A message to create or to change, as Discord's API takes it.</summary>
internal sealed record OutgoingMessage
{
    /// <summary>Markdown, at most <see cref="DiscordLimits.Content"/>; empty where an embed says it all.</summary>
    public string Content { get; init; } = "";

    public ImmutableArray<Embed> Embeds { get; init; } = [];

    public ImmutableArray<ActionRow> Components { get; init; } = [];

    /// <summary>Never anything else: left out, Discord would ping whomever a quote or a question names, and again at every edit.</summary>
    public AllowedMentions AllowedMentions { get; } = AllowedMentions.Nobody;

    public MessageFlags Flags { get; init; }

    /// <summary>The message that is replied to.</summary>
    public MessageReference? MessageReference { get; init; }

    /// <summary>With <see cref="EnforceNonce"/>, the same for each attempt to send one reply: Discord makes one message of them.</summary>
    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }

    /// <summary>The same for where nobody chooses who sees it: in a channel, or in place of a message.</summary>
    public OutgoingMessage ForAll() => this with { Flags = Flags & MessageFlags.SuppressEmbeds };
}

/// <summary>Who may be pinged.</summary>
internal sealed record AllowedMentions(ImmutableArray<string> Parse)
{
    public static AllowedMentions Nobody { get; } = new([]);
}

/// <summary>Who sees a message, and how.</summary>
[Flags]
internal enum MessageFlags
{
    None = 0,

    /// <summary>Links get no preview.</summary>
    SuppressEmbeds = 1 << 2,

    /// <summary>Only who asked sees it, until the client is closed.</summary>
    Ephemeral = 1 << 6,
}

/// <summary>The message that a message replies to; where it is gone, the reply stands alone.</summary>
internal sealed record MessageReference(string MessageId)
{
    public bool FailIfNotExists { get; }
}

/// <summary>A box with a title under a message.</summary>
internal sealed record Embed
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public ImmutableArray<EmbedField> Fields { get; init; } = [];

    public EmbedFooter? Footer { get; init; }

    /// <summary>What counts towards <see cref="DiscordLimits.Embeds"/>, in UTF-16 units: never less than Discord counts.</summary>
    [JsonIgnore]
    public int Length =>
        (Title?.Length ?? 0) + (Description?.Length ?? 0) + (Footer?.Text.Length ?? 0) + Fields.Sum(each => each.Name.Length + each.Value.Length);
}

internal sealed record EmbedField(string Name, string Value);

internal sealed record EmbedFooter(string Text);

/// <summary>A row of at most <see cref="DiscordLimits.ButtonsInRow"/> buttons.</summary>
internal sealed record ActionRow(ImmutableArray<Button> Components)
{
    public int Type { get; } = 1;
}

/// <summary>A button that gives its <paramref name="CustomId"/> back when it is pressed.</summary>
internal sealed record Button(string Label, string CustomId, ButtonStyle Style)
{
    public int Type { get; } = 2;
}

internal enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
}
