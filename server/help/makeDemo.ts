import type { Actor } from '../access/actor.ts';
import type { Grant } from '../access/roles.ts';
import { demoLogins } from '../demo/accounts.ts';
import type { DemoContext } from '../host/demo.ts';
import type { WriteScope } from '../host/scope.ts';
import type { HelpAsked } from './api.ts';
import { ask } from './commands/ask.ts';
import { attendOverdue } from './commands/attendOverdue.ts';
import { sayInRequest, setRequestState } from './commands/say.ts';
import type { HelpParts } from './parts.ts';
import { updateRequest } from './store/requests.ts';

interface Questioned extends Omit<HelpAsked, 'studentId'> {
  readonly by: 'guardian' | 'student' | 'tutor';
  /** What the tutor answered. */
  readonly answer?: string;
  readonly isClosed?: true;
  /** Asked so many days ago. */
  readonly daysAgo?: number;
}

const questions: readonly Questioned[] = [
  {
    by: 'guardian',
    kind: 'question',
    question: 'В четверг у сына приём у врача до 11 часов. Кого предупредить, что он пропустит первые два урока?',
    origin: { title: 'Родителям', link: '/guides/guardian' },
  },
  {
    by: 'student',
    kind: 'technical',
    question: 'На уроке математики меня не слышно, хотя микрофон включён. С телефона всё работает.',
  },
  {
    by: 'guardian',
    kind: 'question',
    question: 'Где посмотреть расписание на следующую неделю?',
    answer: 'На странице «Неделя»: стрелка вправо над расписанием. Там же видны переносы уроков.',
    isClosed: true,
  },
  {
    by: 'guardian',
    kind: 'other',
    question: 'Можно ли заниматься английским в группе постарше? Писала об этом на прошлой неделе, ответа не было.',
    daysAgo: 9,
  },
  { by: 'tutor', kind: 'workplace', question: 'Нужна гарнитура: во время консультаций в учительской слышно коллег.' },
];

/** A few questions between a family, the tutor and the coordinator: waiting, late, answered, closed. */
export async function makeDemo(parts: HelpParts, demo: DemoContext): Promise<void> {
  const ids = await demo.read(async ({ db }) => {
    const rows: { id: string; externalId: string }[] = await db('people_person')
      .whereIn('externalId', Object.values(demoLogins))
      .select('id', 'externalId');
    return new Map(rows.map(({ id, externalId }) => [externalId, id]));
  });
  const idOf = (login: string) => ids.get(demoLogins[login] ?? '') ?? '';
  const studentId = idOf('student');
  const grants: Readonly<Record<Questioned['by'], readonly Grant[]>> = {
    guardian: [{ role: 'guardian', scope: { kind: 'child', id: studentId, mayAct: true } }],
    student: [{ role: 'student', scope: { kind: 'self', id: studentId } }],
    tutor: [{ role: 'tutor', scope: { kind: 'self', id: idOf('tutor') } }],
  };
  const as = (scope: WriteScope, who: Questioned['by'], more: readonly Grant[] = []): WriteScope => {
    const actor: Actor = { ...scope.actor, personId: idOf(who), grants: [...grants[who], ...more] };
    return { ...scope, actor };
  };
  await demo.write(async (scope) => {
    for (const { by, answer, isClosed, daysAgo = 0, ...asked } of questions) {
      const earlier = { ...scope, now: new Date(scope.now.getTime() - daysAgo * 86_400_000) };
      const about = by === 'tutor' ? {} : { studentId };
      const id = await ask(as(earlier, by), parts, { ...asked, ...about });
      // The tutor had it, and has not answered.
      if (daysAgo > 0) await updateRequest(scope.db, id, { ownerId: idOf('tutor') });
      if (answer) await sayInRequest(as(scope, 'tutor', grants.student), parts, id, { text: answer });
      if (isClosed) await setRequestState(as(scope, by), parts, id, { state: 'closed' });
    }
    await attendOverdue(scope, parts);
  });
}
