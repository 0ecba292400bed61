using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KorKazBot.Storage.Databases;

/// <summary>A list of ids in one column, as a JSON array.</summary>
internal static partial class StoredList
{
    public static string Write(ImmutableArray<string> list) =>
        JsonSerializer.Serialize(list.IsDefault ? [] : list.ToArray(), Json.Default.StringArray);

    public static ImmutableArray<string> Read(string json) => [.. JsonSerializer.Deserialize(json, Json.Default.StringArray) ?? []];

    [JsonSerializable(typeof(string[]))]
    private sealed partial class Json : JsonSerializerContext;
}
