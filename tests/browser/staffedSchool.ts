import { type Role, roles } from '../../server/access/roles.ts';
import type { World } from './inBrowser.ts';
import { publishedSchool } from './publishedSchool.ts';

/**
 * A Russian-speaking school with a timetable, one person of every role, and something to see on each page: an open
 * request and one that has ended, a draft, hours, a calendar address, notices.
 */
export async function staffedSchool(world: World) {
  const { school, signIn } = world;
  const base = await publishedSchool(world, 'ru');
  const { group, term, student, sister, guardian, teacher, tutor } = base;
  const staffNames = { familyName: 'Константинопольская', language: 'ru' } as const;
  const made = {
    admin: await school.staff('admin', { givenName: 'Александра', ...staffNames }),
    coordinator: await school.staff('coordinator', { givenName: 'Екатерина', ...staffNames }),
    head: await school.staff('head', { givenName: 'Валентина', ...staffNames }),
    'lead-tutor': await school.staff('lead-tutor', { givenName: 'Елизавета', ...staffNames }),
    psychologist: await school.staff('psychologist', { givenName: 'Маргарита', ...staffNames }),
  };
  const people: Readonly<Record<Role, { readonly id: string }>> = { ...made, tutor, teacher, student, guardian };

  const [hers, theirs] = [await signIn(student), await signIn(tutor)];
  const { body: week } = await hers.get('/api/timetable/week?from=2026-09-07').expect(200);
  const [first, , last] = week.sections[0].lessons;
  const ask = async (lesson: { readonly id: string }) => {
    const { body: slots } = await hers.get(`/api/timetable/lessons/${lesson.id}/free-slots`).expect(200);
    const [{ on, time }] = slots.items;
    const asked = { reason: 'Районная олимпиада по математике', slot: { on, time } };
    const { body } = await hers.post(`/api/timetable/lessons/${lesson.id}/reschedules`).send(asked).expect(201);
    return String(body.id);
  };
  const answered = await ask(first);
  const his = await signIn(teacher);
  await his.post(`/api/timetable/reschedules/${answered}/answer`).send({ consent: true }).expect(200);
  await ask(last);
  await theirs
    .post('/api/timetable/drafts')
    .send({ termId: term.id, groupIds: [group.id], name: 'Осень, вторая редакция', from: 'published' })
    .expect(201);
  await hers.post('/api/timetable/feeds').send({ aboutId: student.id }).expect(201);
  await world.settle();
  return { ...base, sister, people, roles };
}

type Staffed = Awaited<ReturnType<typeof staffedSchool>>;

/** What single pages need beside that: something said on the group's board, a letter to families, a round of contacts. */
export async function withMail(world: World, { group, student, tutor }: Staffed): Promise<void> {
  const [hers, theirs] = [await world.signIn(student), await world.signIn(tutor)];
  const { database, newId, clock } = world.app;
  const board = { id: newId(), kind: 'group', groupId: group.id, mayStudentRead: false, madeAt: clock() };
  await database.write((trx) => trx('forum_board').insert(board));
  const topic = { clientId: newId(), title: 'Экскурсия в пятницу', text: 'Кто едет?' };
  await hers.post(`/api/forum/boards/${board.id}/topics`).send(topic).expect(201);
  const letter = { texts: { ru: { title: 'Как мы учимся', text: 'Здравствуйте, {{name}}!' } }, to: ['guardians'] };
  const at = `/api/forum/groups/${group.id}`;
  const { body: preview } = await theirs.post(`${at}/letter-previews`).send(letter).expect(200);
  await theirs
    .post(`${at}/letters`)
    .send({ ...letter, fingerprint: preview.fingerprint })
    .expect(201);
  const round = { groupIds: [group.id], dueOn: '2026-09-21', note: 'Перед началом четверти' };
  await theirs.post('/api/contact-rounds').send(round).expect(201);
  await world.settle();
}
