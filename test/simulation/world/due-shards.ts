type Entry = { key: string; dueAt: number; fields: Readonly<Record<string, unknown>> };
type Late = { visibleAt: number; key: string; entry: Entry | undefined };

/** A table's sparse index `due`: what stands in it shows a write only after its lag. */
export type DueShards = {
  /** The item now stands here, or nowhere. */
  put(
    key: string,
    entry: { shard: string; dueAt: number; fields: Entry['fields'] } | undefined,
    visibleAt: number,
  ): void;
  /** Due by then in one shard, oldest first. */
  due(shard: string, by: number, now: number): readonly Entry['fields'][];
  /** The shards in which a reader may see something due by then. */
  shardsDue(by: number, now: number): readonly string[];
  /** The earliest due time that a reader can see, in any shard. */
  earliest(now: number): number;
};

export function dueShards(): DueShards {
  const shards = new Map<string, { entries: Map<string, Entry>; earliest: number }>();
  const shardOfKey = new Map<string, string>();
  let late: Late[] = [];

  function shardOf(name: string) {
    const known = shards.get(name);
    if (known) return known;
    const shard = { entries: new Map<string, Entry>(), earliest: Infinity };
    shards.set(name, shard);
    return shard;
  }

  function apply(key: string, entry: Entry | undefined): void {
    const shard = shardOf(shardOfKey.get(key) ?? '');
    if (!entry) return void shard.entries.delete(key);
    shard.entries.set(key, entry);
    shard.earliest = Math.min(shard.earliest, entry.dueAt);
  }

  function catchUp(now: number): void {
    if (late.length === 0) return;
    for (const { key, entry } of late.filter(({ visibleAt }) => visibleAt <= now)) apply(key, entry);
    late = late.filter(({ visibleAt }) => visibleAt > now);
  }

  return {
    put(key, given, visibleAt) {
      if (given) shardOfKey.set(key, given.shard);
      const entry = given && { key, dueAt: given.dueAt, fields: given.fields };
      // A newer write never shows before an older one of the same item.
      const older = late.findLast((one) => one.key === key)?.visibleAt ?? 0;
      if (visibleAt > 0 || older > 0) late.push({ visibleAt: Math.max(visibleAt, older), key, entry });
      else apply(key, entry);
    },
    due(name, by, now) {
      catchUp(now);
      const shard = shards.get(name);
      if (!shard || shard.earliest > by) return [];
      const found: Entry[] = [];
      let earliest = Infinity;
      for (const entry of shard.entries.values()) {
        if (entry.dueAt <= by) found.push(entry);
        earliest = Math.min(earliest, entry.dueAt);
      }
      shard.earliest = earliest;
      return found
        .sort((one, other) => one.dueAt - other.dueAt || (one.key < other.key ? -1 : 1))
        .map(({ fields }) => fields);
    },
    shardsDue(by, now) {
      catchUp(now);
      const found: string[] = [];
      for (const [name, { earliest }] of shards) if (earliest <= by) found.push(name);
      return found;
    },
    earliest(now) {
      catchUp(now);
      let earliest = late.reduce(
        (least, { visibleAt, entry }) => (entry ? Math.min(least, Math.max(visibleAt, entry.dueAt)) : least),
        Infinity,
      );
      for (const shard of shards.values()) earliest = Math.min(earliest, shard.earliest);
      return earliest;
    },
  };
}
