using System.Diagnostics.CodeAnalysis;

namespace KorKazBot.Telegram.Updates;

/// <summary>A dictionary of bounded size: what was used longest ago goes first.</summary>
/// <param name="capacity">Most entries, 1 or more.</param>
/// <remarks>Not safe for several threads.</remarks>
internal sealed class RecentlyUsed<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _nodes = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _byUse = new();

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        value = default;
        if (!_nodes.TryGetValue(key, out var node)) return false;
        _byUse.Remove(node);
        _byUse.AddLast(node);
        value = node.Value.Value;
        return true;
    }

    public void Set(TKey key, TValue value)
    {
        if (_nodes.Remove(key, out var old)) _byUse.Remove(old);
        _nodes.Add(key, _byUse.AddLast((key, value)));
        if (_nodes.Count <= capacity) return;
        _nodes.Remove(_byUse.First!.Value.Key);
        _byUse.RemoveFirst();
    }

    public TValue GetOrAdd(TKey key, Func<TValue> make)
    {
        if (TryGet(key, out var known)) return known;
        var made = make();
        Set(key, made);
        return made;
    }
}
