import type { Migration } from '../../host/plugin.ts';
import { telephoneKey } from '../../host/telephone.ts';

interface Keyed {
  readonly key: string;
}

/** Channels are found by their address: of telephones all ways to write one are the same now. */
export const importTelephones: Migration = {
  name: '004_telephones',
  async up(db) {
    const said: (Keyed & { readonly number: number })[] = await db('import_said')
      .where({ kind: 'channel' })
      .where('key', 'like', '%|phone|%')
      .orderBy(['number', 'key'])
      .select('key', 'number');
    for (const { key, number } of said) {
      const renamed = keyNow(key);
      if (renamed === key) continue;
      const at = { kind: 'channel', number };
      const isTold = await db('import_said')
        .where({ ...at, key: renamed })
        .first('key');
      if (isTold)
        await db('import_said')
          .where({ ...at, key })
          .delete();
      else
        await db('import_said')
          .where({ ...at, key })
          .update({ key: renamed });
    }
    const changes: (Keyed & { readonly runId: string; readonly nth: number })[] = await db('import_change')
      .where({ kind: 'channel' })
      .where('key', 'like', '%|phone|%')
      .select('key', 'runId', 'nth');
    for (const { key, runId, nth } of changes)
      await db('import_change')
        .where({ runId, nth })
        .update({ key: keyNow(key) });
  },
  // The numbers as they were written stand with the channels; the keys of before cannot be told from them.
  down: async () => undefined,
};

function keyNow(key: string): string {
  const [person = '', way = '', address = ''] = key.split('|');
  return way === 'phone' ? [person, way, telephoneKey(address)].join('|') : key;
}
