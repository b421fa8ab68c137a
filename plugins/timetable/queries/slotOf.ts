import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { type Slot, slotAt } from '../domain/lessons/slot.ts';
import { slotImpossible } from '../problems.ts';

/** The time that is meant, as long as the lesson. Refuses one that clocks skip, has passed, or lies outside of the term. */
export async function slotOf(
  apis: Pick<Apis, 'school'>,
  scope: ReadScope,
  lesson: Pick<Lesson, 'zone' | 'startsAt' | 'endsAt'>,
  local: { readonly on: string; readonly time: string },
  notBefore: Date,
): Promise<Slot> {
  const slot = slotAt(local, lesson.zone, lesson.endsAt.getTime() - lesson.startsAt.getTime());
  if (!slot) throw new Problem(slotImpossible, { ...local, reason: 'skipped-by-clocks' });
  if (slot.startsAt < notBefore) throw new Problem(slotImpossible, { ...local, reason: 'too-soon' });
  const terms = await apis.school.terms(scope.db);
  if (!terms.some(({ startsOn, endsOn }) => startsOn <= slot.on && slot.on <= endsOn))
    throw new Problem(slotImpossible, { ...local, reason: 'outside-of-term' });
  return slot;
}
