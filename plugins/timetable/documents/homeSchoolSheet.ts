import { z } from 'zod';
import { defineDocument } from '../../../server/documents/api.ts';
import { sheetWords } from '../domain/homeSchool/sheetWords.ts';
import { HomeSchoolLessonView } from '../schemas/homeSchools.ts';

const Line = z.strictObject(HomeSchoolLessonView.shape).omit({ id: true });
type Line = z.infer<typeof Line>;

const Sheet = z.strictObject({
  homeSchool: z.string(),
  fromOn: z.iso.date(),
  untilOn: z.iso.date(),
  lines: z.array(Line).max(2000),
});
type Sheet = z.infer<typeof Sheet>;

const sampleLine: Line = {
  ...{ on: '2026-09-14', startsTime: '08:30', endsTime: '09:10', groupName: '7А', subjectName: 'Алгебра' },
  ...{ subgroupName: null, teacherName: 'Орлова Вера Сергеевна', students: 4, state: 'planned', movedFrom: null },
};

/** Lessons of a home school's students, day by day, for its office and its wall. */
export const homeSchoolSheet = defineDocument<Sheet>({
  id: 'timetable.home-school-sheet',
  data: Sheet,
  sample: {
    homeSchool: 'Школа № 1',
    fromOn: '2026-09-14',
    untilOn: '2026-09-20',
    lines: [
      sampleLine,
      { ...sampleLine, startsTime: '10:00', state: 'moved', movedFrom: { on: '2026-09-15', startsTime: '12:00' } },
      { ...sampleLine, on: '2026-09-16', state: 'cancelled', subgroupName: 'Inglés, Ñandú', teacherName: null },
    ],
  },
  compose: ({ homeSchool, fromOn, untilOn, lines }, { say, language }) => {
    const { columns, states } = sheetWords[language];
    const [, from, , group, subject, teacher, students, state] = columns;
    const titles = [
      [from, 2],
      [group, 2],
      [subject, 4],
      [teacher, 4],
      [students, 2],
      [state, 4],
    ] as const;
    const cell = (text: string) => [{ text: text || ' ' }];
    const days = [...new Set(lines.map(({ on }) => on))];
    return {
      title: say('title', { homeSchool, fromOn, untilOn }),
      footer: homeSchool,
      landscape: true,
      blocks: days.flatMap((on) => [
        { kind: 'heading', level: 2, text: [{ text: say('day', { on }) }] },
        {
          kind: 'table',
          columns: titles.map(([title, share]) => ({ title, share })),
          rows: lines
            .filter((line) => line.on === on)
            .map((line) => [
              cell(`${line.startsTime}–${line.endsTime}`),
              cell(line.groupName),
              cell([line.subjectName, line.subgroupName].filter(Boolean).join(', ')),
              cell(line.teacherName ?? ''),
              cell(String(line.students)),
              cell(stateOf(line, states[line.state])),
            ]),
        },
      ]),
    };
  },
});

/** With where a moved lesson stood before. */
const stateOf = ({ movedFrom }: Line, words: string): string =>
  movedFrom ? `${words}: ${movedFrom.on} ${movedFrom.startsTime}` : words;
