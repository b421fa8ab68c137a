import type { Knex } from 'knex';
import { z } from 'zod';
import { apiRef, definePlugin, defineReaction, type Reaction } from '../../host/plugin.ts';
import { defineEvent } from '../event.ts';

/** A plugin whose only fact is what its reactions did. */
export const probe = definePlugin({
  ref: apiRef<null>('probe'),
  home: new URL('./', import.meta.url),
  migrations: [
    {
      name: '1_effects',
      async up(db) {
        await db.schema.createTable('probe_effect', (t) => {
          t.increments('position');
          t.text('stream').notNullable();
          t.integer('number').notNullable();
        });
      },
      async down(db) {
        await db.schema.dropTable('probe_effect');
      },
    },
  ],
  start: () => ({ api: null }),
});

const Counted = z.object({ stream: z.string(), number: z.number() });
export type Counted = z.infer<typeof Counted>;

export const counted = defineEvent<Counted>({
  name: 'probe.counted',
  payload: Counted,
  sample: { stream: 'a', number: 1 },
  streamOf: ({ stream }) => stream,
});

/** Notes the event, and afterwards does what the test wants. */
export const noting = (afterwards: (payload: Counted) => void = () => undefined): Reaction<unknown> =>
  defineReaction<Counted>({
    id: 'probe.note',
    to: counted,
    async run({ db }, { payload }) {
      await db('probe_effect').insert(payload);
      afterwards(payload);
    },
  });

/** What has been noted, in order, as `a1 a2 b1`. */
export async function effects(db: Knex, stream?: string): Promise<string> {
  const rows: Counted[] = await db('probe_effect')
    .where(stream === undefined ? {} : { stream })
    .orderBy('position')
    .select('stream', 'number');
  return rows.map((row) => `${row.stream}${row.number}`).join(' ');
}
