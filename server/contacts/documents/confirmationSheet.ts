import { z } from 'zod';
import { defineDocument } from '../../documents/api.ts';
import { channelKinds, messengers } from '../domain/channel.ts';

const Address = z.strictObject({
  kind: z.enum(channelKinds),
  service: z.enum(messengers).nullable(),
  value: z.string(),
});

const Sheet = z.strictObject({
  group: z.string(),
  dueOn: z.iso.date(),
  families: z
    .array(
      z.strictObject({
        student: z.string(),
        people: z.array(z.strictObject({ name: z.string(), addresses: z.array(Address) })),
      }),
    )
    .max(500),
});
type Sheet = z.infer<typeof Sheet>;

/** One page for each family without internet: what the school has, room for corrections, and a line to sign. */
export const confirmationSheet = defineDocument<Sheet>({
  id: 'contacts.confirmation-sheet',
  data: Sheet,
  sample: {
    group: '7А',
    dueOn: '2026-10-01',
    families: [
      {
        student: 'Орлова Вера Сергеевна',
        people: [
          { name: 'Орлова Вера Сергеевна', addresses: [{ kind: 'messenger', service: 'telegram', value: '@vera' }] },
          { name: 'Орлов Сергей Иванович', addresses: [{ kind: 'phone', service: null, value: '+7 916 123-45-67' }] },
        ],
      },
      { student: 'Íñigo Núñez Güemes', people: [{ name: 'María Núñez Güemes', addresses: [] }] },
    ],
  },
  compose: ({ group, dueOn, families }, { say }) => ({
    title: say('title', { group }),
    footer: say('footer'),
    hideTitle: true,
    blocks: families.flatMap(({ student, people }, at) => [
      ...(at > 0 ? [{ kind: 'page-break' as const }] : []),
      { kind: 'heading', level: 1, text: [{ text: say('heading', { student }) }] },
      { kind: 'paragraph', text: [{ text: say('ask', { group, dueOn }) }] },
      {
        kind: 'table',
        columns: [
          { title: say('person'), share: 3 },
          { title: say('address'), share: 4 },
          { title: say('correction'), share: 4 },
        ],
        rows: people.flatMap(({ name, addresses }) => [
          ...addresses.map(({ kind, service, value }) => [
            [{ text: name }],
            [{ text: `${say(`ways.${service ?? kind}`)}: ${value}` }],
            [{ text: ' ' }],
          ]),
          [[{ text: name }], [{ text: say('another') }], [{ text: ' ' }]],
        ]),
      },
      { kind: 'signatures', names: [say('signature')] },
    ]),
  }),
});
