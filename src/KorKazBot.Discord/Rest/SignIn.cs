using System.Text.Json.Serialization.Metadata;

namespace KorKazBot.Discord.Rest;

/// <summary>Finds out whose token it is, before anything else is done with it: a gateway tells a wrong one by silence.</summary>
/// <param name="options">What is configured.</param>
/// <param name="rest">The way to Discord.</param>
internal sealed class SignIn(DiscordOptions options, DiscordRest rest)
{
    /// <summary>Asks Discord.</summary>
    /// <exception cref="DiscordException">The token is refused, or belongs to another application than the one configured.</exception>
    /// <exception cref="DiscordUnavailableException">Discord can't be reached.</exception>
    public async Task<ApplicationIdentity> RunAsync(CancellationToken cancellationToken)
    {
        var me = await AskAsync(RestCall.Me(), json => json.BotUser, cancellationToken);
        var application = await AskAsync(RestCall.Application(), json => json.ApplicationInfo, cancellationToken);
        if (options.ApplicationId.Length > 0 && options.ApplicationId != application.Id)
            throw new DiscordException($"Discord:ApplicationId is not {application.Id}, the owner of Discord:Token. Take both from one application.");
        if (options.HasEndpoint && !options.PublicKey.Equals(application.VerifyKey, StringComparison.OrdinalIgnoreCase))
            throw new DiscordException("Discord:PublicKey isn't the key of Discord:Token's application. Take both from one application.");
        return new ApplicationIdentity(application.Id!, me.Id!, application.InteractionsEndpointUrl is { Length: > 0 });
    }

    private async Task<T> AskAsync<T>(
        RestCall call, Func<DiscordJsonContext, JsonTypeInfo<T>> type, CancellationToken cancellationToken)
        where T : class, IHasId
    {
        var answer = await rest.SendAsync(call, cancellationToken);
        if (answer.Status is 401 or 403)
            throw new DiscordException("Discord refuses Discord:Token. It is wrong or was reset: copy a new one from the developer portal, Bot.");
        var told = answer.IsSuccess ? DiscordJson.Read(answer.Body, type) : null;
        return told?.Id is null ? throw new DiscordUnavailableException($"Discord doesn't say \"{call.Name}\" ({answer.Status}).") : told;
    }
}

/// <summary>As whom the bot is signed in.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="UserId">Its user, who is mentioned and replied to.</param>
/// <param name="HasEndpointUrl">Whether the developer portal has an address for interactions: then they don't come by the gateway.</param>
internal sealed record ApplicationIdentity(string ApplicationId, string UserId, bool HasEndpointUrl);

internal interface IHasId
{
    string? Id { get; }
}

internal sealed record BotUser(string? Id) : IHasId;

internal sealed record ApplicationInfo(string? Id, string? VerifyKey, string? InteractionsEndpointUrl) : IHasId;
