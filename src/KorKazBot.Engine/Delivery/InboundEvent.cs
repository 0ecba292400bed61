namespace KorKazBot.Engine.Delivery;

/// <summary>Something that a platform told us: an update, an interaction or a message, as it came.</summary>
/// <param name="Id">Where it came from; the same event told twice has the same id.</param>
/// <param name="Lane">What it must stay in order with: the chat. Events of different lanes don't wait for each other.</param>
/// <param name="Kind">What it is, in the platform's word: <c>message</c>, <c>callback_query</c>, <c>interaction</c>.</param>
/// <param name="Payload">Its JSON, as it came.</param>
/// <param name="ReceivedAt">When it was received.</param>
public sealed record InboundEvent(EventId Id, string Lane, string Kind, string Payload, DateTimeOffset ReceivedAt);

/// <summary>Names an event for ever.</summary>
/// <param name="Platform"><c>telegram</c> or <c>discord</c>.</param>
/// <param name="Bot">The platform's id of the bot that received it: a database may serve several.</param>
/// <param name="Key"><c>u:</c> and an update's id, <c>i:</c> and an interaction's, <c>m:</c> and a message's.</param>
public sealed record EventId(string Platform, string Bot, string Key);
