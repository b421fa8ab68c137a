import { defineReaction } from '../../host/plugin.ts';
import type { WriteScope } from '../../host/scope.ts';
import type { NotifyApi } from '../../notify/api.ts';
import type { PeopleApi } from '../../people/api.ts';
import { guardianshipEnded, guardianshipEndsSoon } from '../events.ts';

interface Parts {
  readonly people: PeopleApi;
  readonly notify: NotifyApi;
}

interface Ending {
  readonly guardianshipId: string;
  readonly guardianId: string;
  readonly studentId: string;
  readonly adultOn: string;
}

/** Tells the guardian, naming the student, and the student, naming the guardian; each once for each birthday. */
async function tellBoth(scope: WriteScope, { people, notify }: Parts, kind: 'ends-soon' | 'ended', ending: Ending) {
  const { guardianshipId, guardianId, studentId, adultOn } = ending;
  const cards = await people.peopleByIds(scope.db, [guardianId, studentId]);
  const nameOf = (id: string): string => cards.find((card) => card.id === id)?.name ?? '';
  const dedupeKey = `guardianship.${kind}:${guardianshipId}:${adultOn}`;
  await notify.tell(scope, {
    personIds: [guardianId],
    kind: `guardianship.${kind}`,
    params: { adultOn, student: nameOf(studentId) },
    link: '/settings',
    dedupeKey,
  });
  await notify.tell(scope, {
    personIds: [studentId],
    kind: `guardianship.${kind}-student`,
    params: { adultOn, guardian: nameOf(guardianId) },
    link: '/settings',
    dedupeKey,
  });
}

export const tellSides = (parts: Parts) => [
  defineReaction({
    id: 'guardianship.tell-before',
    to: guardianshipEndsSoon,
    run: (scope, { payload }) => tellBoth(scope, parts, 'ends-soon', payload),
  }),
  defineReaction({
    id: 'guardianship.tell-after',
    to: guardianshipEnded,
    run: (scope, { payload }) => tellBoth(scope, parts, 'ended', payload),
  }),
];
