import { addDays, startOfDay } from '../../../server/calendar/api.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { defineProgressSection, type SectionLine, type StudentWeek } from '../../../server/progress/api.ts';
import type { Apis } from '../apis.ts';
import { unansweredIn } from '../domain/unanswered.ts';
import { messagesBefore } from '../store/messages.ts';
import { type Thread, threadsAbout } from '../store/threads.ts';
import { guardianIdsOf } from './participants.ts';

type Parts = Pick<Apis, 'people' | 'school'>;

/** How far back an answer is looked for. */
const latest = 100;

/**
 * For the weekly note: messages of the week that the family, or the student, has not answered. Only how many, and only of
 * conversations that all guardians share, or of the school with the child.
 */
export const unansweredSection = (apis: Parts) =>
  defineProgressSection({
    id: 'messages.unanswered',
    order: 50,
    linesOf: async (scope, week) => {
      const threads = await threadsAbout(scope.db, week.studentId);
      const family = await countIn(
        scope,
        apis,
        week,
        threads.filter(({ kind }) => kind === 'family'),
        await guardianIdsOf(apis, scope, week.studentId),
      );
      const own = threads.filter(({ kind, isSupervised }) => kind === 'people' && isSupervised);
      const student = await countIn(scope, apis, week, own, [week.studentId]);
      return [...lineOf('family', family), ...lineOf('student', student)];
    },
  });

const lineOf = (key: string, count: number): readonly SectionLine[] => (count > 0 ? [{ key, values: { count } }] : []);

async function countIn(
  scope: ReadScope,
  { people }: Parts,
  { studentId, fromOn, untilOn }: StudentWeek,
  threads: readonly Thread[],
  answering: readonly string[],
): Promise<number> {
  const [student] = await people.peopleByIds(scope.db, [studentId]);
  const zone = student?.zone ?? 'UTC';
  const [from, before] = [startOfDay(fromOn, zone), startOfDay(addDays(untilOn, 1), zone)];
  let count = 0;
  for (const { id, lastSeq } of threads) {
    const messages = await messagesBefore(scope.db, id, lastSeq + 1, latest);
    const said = messages.toReversed().map(({ authorId, sentAt, deletedAt }) => ({
      ...{ sentAt, isDeleted: deletedAt !== null },
      isAnswer: answering.includes(authorId),
    }));
    count += unansweredIn(said, from, before).length;
  }
  return count;
}
