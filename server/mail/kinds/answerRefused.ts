import { z } from 'zod';
import type { Texts } from '../../host/texts.ts';
import { defineLateMail, type MailKind } from '../kind.ts';

/** A problem as it is told later: its kind, and the values of its texts. */
const AnswerRefused = z.strictObject({
  problem: z.string().max(100),
  values: z.record(z.string(), z.union([z.string().max(300), z.number(), z.boolean(), z.null()])),
});
export type AnswerRefused = z.infer<typeof AnswerRefused>;

/** Tells the writer of an answer by mail that it was not taken, and why; nothing of what it said. */
export const answerRefusedMail = (texts: () => Texts): MailKind<AnswerRefused> =>
  defineLateMail({
    id: 'mail.answer-refused',
    data: AnswerRefused,
    sample: { problem: 'http/forbidden', values: {} },
    sampleValues: { why: 'La conversación está cerrada', remedy: 'Начните новую тему.' },
    valuesOf: async (_scope, { language }, { problem, values }) => {
      const [plugin = '', name = ''] = problem.split('/');
      const say = (part: string) => texts().say(language, plugin, `problems.${name}.${part}`, values) ?? '';
      return { why: say('title'), remedy: say('remedy') };
    },
  });

/** What of a problem's extras its texts can be filled with. */
export const valuesOfProblem = (extra: Readonly<Record<string, unknown>>): AnswerRefused['values'] =>
  Object.fromEntries(
    Object.entries(extra).flatMap(([name, value]): [string, string | number][] => {
      if (typeof value === 'string') return [[name, value.slice(0, 300)]];
      return typeof value === 'number' ? [[name, value]] : [];
    }),
  );
