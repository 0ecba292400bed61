using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Telegram.Bot;

namespace KorKazBot.Telegram.Api;

/// <summary>The Bot API's JSON by Telegram.Bot's own source-generated contracts.</summary>
internal static class TelegramJson
{
    // Strict: a number in quotes is no number, and such an update is looked at by a person.
    private static readonly JsonSerializerOptions Options = new(JsonBotAPI.Options)
    {
        TypeInfoResolver = JsonBotSerializerContext.Default,
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a request.</summary>
    public static byte[] Write(object request) => JsonSerializer.SerializeToUtf8Bytes(request, Options.GetTypeInfo(request.GetType()));

    /// <summary>Reads a value.</summary>
    /// <exception cref="JsonException">It isn't one.</exception>
    public static T? Read<T>(string json) => JsonSerializer.Deserialize(json, TypeInfo<T>());

    /// <inheritdoc cref="Read{T}(string)"/>
    public static T? Read<T>(JsonElement json) => json.Deserialize(TypeInfo<T>());

    /// <summary>JSON whose texts are valid UTF-16: an escape that is half a surrogate pair, which readers refuse, becomes U+FFFD.</summary>
    public static string MendSurrogates(string json)
    {
        if (!json.Contains("\\ud", StringComparison.OrdinalIgnoreCase)) return json;
        StringBuilder? mended = null;
        for (var i = json.IndexOf('\\', StringComparison.Ordinal); i >= 0; i = NextEscape(json, i))
        {
            if (!TryReadEscape(json, i, out var unit) || !char.IsSurrogate(unit)) continue;
            if (char.IsHighSurrogate(unit) && TryReadEscape(json, i + 6, out var low) && char.IsLowSurrogate(low))
            {
                i += 6;
                continue;
            }

            mended ??= new StringBuilder(json);
            mended[i + 2] = mended[i + 3] = mended[i + 4] = 'f';
            mended[i + 5] = 'd';
        }

        return mended?.ToString() ?? json;
    }

    // Every escape but \uXXXX is two characters; a backslash escapes itself so, too.
    private static int NextEscape(string json, int escape)
    {
        var after = escape + (TryReadEscape(json, escape, out _) ? 6 : 2);
        return after < json.Length ? json.IndexOf('\\', after) : -1;
    }

    private static bool TryReadEscape(string json, int at, [NotNullWhen(true)] out char unit)
    {
        unit = default;
        if (at + 6 > json.Length || json[at] != '\\' || json[at + 1] != 'u') return false;
        if (!ushort.TryParse(json.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code)) return false;
        unit = (char)code;
        return true;
    }

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}
