import { z } from 'zod';
import { type DocumentBlock, defineDocument } from '../../../server/documents/api.ts';
import { parseMarkdown } from '../../../server/markdown/parseMarkdown.ts';

const Pack = z.strictObject({
  student: z.string(),
  group: z.string(),
  note: z.string(),
  madeOn: z.iso.date(),
  materials: z.array(z.strictObject({ title: z.string(), text: z.string(), files: z.array(z.string()) })),
});
export type Pack = z.infer<typeof Pack>;

/** A pack on paper for a student without internet: what to do, and a slip that comes back with it. */
export const packDocument = defineDocument<Pack>({
  id: 'forum.pack',
  data: Pack,
  sample: {
    student: 'Орлова Вера Сергеевна',
    group: '7А',
    note: 'Por favor, devuélvalo el **viernes**.',
    madeOn: '2026-11-30',
    materials: [{ title: 'Дроби', text: '1. Прочитайте\n2. Решите', files: ['fracciones.pdf'] }],
  },
  compose: ({ student, group, note, madeOn, materials }, { say }) => ({
    title: say('title', { student }),
    footer: say('footer', { student, group }),
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: say('group'), value: group },
          { label: say('made'), value: say('madeOn', { on: madeOn }) },
        ],
      },
      ...parseMarkdown(note),
      ...materials.flatMap(({ title, text, files }): DocumentBlock[] => [
        { kind: 'page-break' },
        { kind: 'heading', level: 2, text: [{ text: title }] },
        ...parseMarkdown(text),
        ...(files.length > 0
          ? [{ kind: 'paragraph' as const, text: [{ text: say('files', { names: files.join(', ') }) }] }]
          : []),
      ]),
      { kind: 'page-break' },
      { kind: 'heading', level: 2, text: [{ text: say('back') }] },
      { kind: 'paragraph', text: [{ text: say('backHow') }] },
      { kind: 'signatures', names: [student, say('guardian')] },
    ],
  }),
});
