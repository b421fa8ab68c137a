import { capacityFull, timeTaken } from '../../../server/calendar/api.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import { slotTaken } from '../problems.ts';
import { namesOf } from '../queries/names.ts';

interface InTheWay {
  readonly subjectId: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

const isInTheWay = (value: unknown): value is InTheWay =>
  typeof value === 'object' && value !== null && 'subjectId' in value && typeof value.subjectId === 'string';

/** Runs something that takes time; where the ledger refuses, says by name who is taken, never by what. */
export async function refuseTaken<T>(
  apis: Pick<Apis, 'people' | 'school'>,
  scope: ReadScope,
  take: () => Promise<T>,
): Promise<T> {
  try {
    return await take();
  } catch (reason) {
    if (!(reason instanceof Problem)) throw reason;
    if (reason.kind === capacityFull) throw new Problem(slotTaken, { blocked: [], hasRoom: false });
    if (reason.kind !== timeTaken) throw reason;
    const listed = Array.isArray(reason.extra.inTheWay) ? reason.extra.inTheWay.filter(isInTheWay) : [];
    const names = await namesOf(apis, scope.db, { people: listed.map(({ subjectId }) => subjectId), courses: [] });
    const blocked = listed.map(({ subjectId, startsAt, endsAt }) => ({
      personId: subjectId,
      name: names.person(subjectId),
      startsAt,
      endsAt,
    }));
    throw new Problem(slotTaken, { blocked, hasRoom: true });
  }
}
