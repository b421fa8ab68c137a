import type { DemoContext } from '../../../server/host/demo.ts';
import type { ReadScope, WriteScope } from '../../../server/host/scope.ts';
import { dayOf } from '../../../server/people/api.ts';
import type { GroupWithPeople } from '../../../server/school/api.ts';
import type { Apis } from '../apis.ts';
import { react } from '../commands/changePost.ts';
import { confirmRead } from '../commands/confirmRead.ts';
import { keepBoards } from '../commands/keepBoards.ts';
import { vote } from '../commands/keepTopic.ts';
import { reportPost } from '../commands/moderate.ts';
import { postNotes, saveRemark } from '../commands/notes.ts';
import { openTopic, writePost } from '../commands/writePost.ts';
import { weekToWrite } from '../domain/noteWeek.ts';
import { listNotes } from '../queries/notes.ts';
import { boardOf } from '../store/boards.ts';
import { as } from './as.ts';
import { fillMaterials } from './demoMaterials.ts';
import { type DemoTexts, demoTextsIn } from './demoTexts.ts';

/** Groups whose boards are alive; the others have empty ones. */
const groupsAlive = 3;

/** Makes boards for the demo school, talk on some of them, and the notes of a week. */
export async function makeDemo(apis: Apis, demo: DemoContext): Promise<void> {
  demo.report('Filling the forum');
  await demo.write((scope) => keepBoards(scope, apis));
  const groups = await demo.read(async (scope) => {
    const today = dayOf(scope.now);
    const ids: { id: string }[] = await scope.db
      .from(apis.school.groupIdsWithin(scope, [{ kind: 'everything' }]).as('within'))
      .select('id');
    const found: GroupWithPeople[] = [];
    for (const { id } of ids) {
      const group = await apis.school.groupWithPeople(scope.db, id, { fromOn: today, untilOn: today });
      if (group && group.tutors.length > 0 && group.members.length > 2) found.push(group);
    }
    return aliveOf(
      scope,
      apis,
      found.sort((a, b) => a.group.name.localeCompare(b.group.name, 'ru')),
    );
  });
  await demo.write((scope) => fillSchool(scope, apis, groups));
  for (const group of groups) await demo.write((scope) => fillGroup(scope, apis, group));
  for (const group of groups) await demo.write((scope) => fillNotes(scope, apis, group));
  for (const group of groups) await demo.write((scope) => fillMaterials(scope, apis, group));
  await demo.settle();
}

/** In each language of the school the groups of its first tutor, whom the demo's tutor, students and parents know. */
async function aliveOf(
  scope: ReadScope,
  { people }: Apis,
  groups: readonly GroupWithPeople[],
): Promise<readonly GroupWithPeople[]> {
  const tutorOf = ({ tutors }: GroupWithPeople): string => tutors[0]?.personId ?? '';
  const cards = await people.peopleByIds(scope.db, [...new Set(groups.map(tutorOf))]);
  const languageOf = new Map(cards.map(({ id, language }) => [id, language]));
  const firsts = new Map<string | undefined, string>();
  for (const tutor of groups.map(tutorOf)) {
    const language = languageOf.get(tutor);
    if (!firsts.has(language)) firsts.set(language, tutor);
  }
  return [...firsts.values()].flatMap((tutor) =>
    groups.filter((group) => tutorOf(group) === tutor).slice(0, groupsAlive),
  );
}

async function talk(
  scope: WriteScope,
  apis: Apis,
  boardId: string | undefined,
  { title, text, answers }: { readonly title: string; readonly text: string; readonly answers: readonly string[] },
  people: readonly string[],
): Promise<{ readonly topicId: string; readonly postId: string } | undefined> {
  const [author] = people;
  if (!boardId || !author) return undefined;
  const { topic, posts } = await openTopic(as(scope, author), apis, boardId, {
    ...{ title, text },
    clientId: scope.newId(),
    fileIds: [],
  });
  for (const [at, answer] of answers.entries()) {
    const by = people[(at + 1) % people.length] ?? author;
    await writePost(as(scope, by), apis, topic.id, { clientId: scope.newId(), text: answer, fileIds: [] });
  }
  return { topicId: topic.id, postId: posts[0]?.id ?? '' };
}

async function fillSchool(scope: WriteScope, apis: Apis, groups: readonly GroupWithPeople[]): Promise<void> {
  const tutors = groups.flatMap(({ tutors: [tutor] }) => tutor?.personId ?? []);
  const [lead = tutors[0] ?? ''] = await apis.people.personIdsWithRole(scope.db, 'lead-tutor');
  const texts = demoTextsIn(await languageOf(scope, apis, lead));
  await talk(scope, apis, await boardOf(scope.db, 'school'), { ...texts.announcement, answers: [] }, [lead]);
  await talk(scope, apis, await boardOf(scope.db, 'council'), texts.council, [lead, ...tutors]);
}

async function languageOf(scope: WriteScope, { people }: Apis, personId = ''): Promise<string> {
  const [card] = personId ? await people.peopleByIds(scope.db, [personId]) : [];
  return card?.language ?? 'ru';
}

async function fillGroup(scope: WriteScope, apis: Apis, { group, tutors, members }: GroupWithPeople): Promise<void> {
  const tutor = tutors[0]?.personId ?? '';
  const students = members.map(({ personId }) => personId);
  const texts = demoTextsIn(await languageOf(scope, apis, tutor));
  const own = await boardOf(scope.db, 'group', { groupId: group.id });
  const [first = '', second = '', third = ''] = students;
  const homework = await talk(scope, apis, own, texts.homework, [first, second, tutor, third]);
  if (homework) await reportAnswer(scope, apis, homework.topicId, first, texts);
  if (own) await planTrip(scope, apis, own, texts, tutor, students);
  const guardians = await apis.people.guardiansOf(scope, [first, second, third]);
  const parent = guardians[0]?.guardian.id ?? tutor;
  await talk(scope, apis, await boardOf(scope.db, 'guardians', { groupId: group.id }), texts.meeting, [tutor, parent]);
}

/** The last answer is reported by whoever began the topic, and waits for the tutor. */
async function reportAnswer(
  scope: WriteScope,
  apis: Apis,
  topicId: string,
  reporter: string,
  { report }: DemoTexts,
): Promise<void> {
  const answer: { id: string } | undefined = await scope
    .db('forum_post')
    .where({ topicId })
    .orderBy('number', 'desc')
    .first('id');
  if (answer) await reportPost(as(scope, reporter), apis, answer.id, report);
}

async function planTrip(
  scope: WriteScope,
  apis: Apis,
  boardId: string,
  { trip }: DemoTexts,
  tutor: string,
  students: readonly string[],
): Promise<void> {
  const { topic, posts } = await openTopic(as(scope, tutor), apis, boardId, {
    title: trip.title,
    text: trip.text,
    clientId: scope.newId(),
    fileIds: [],
    poll: { ...trip.poll, options: [...trip.poll.options], isMultiple: false },
  });
  for (const [at, answer] of trip.answers.entries()) {
    const by = at === 1 ? tutor : (students[at] ?? tutor);
    await writePost(as(scope, by), apis, topic.id, { clientId: scope.newId(), text: answer, fileIds: [] });
  }
  for (const [at, student] of students.slice(0, 8).entries()) await vote(as(scope, student), apis, topic.id, [at % 3]);
  for (const student of students.slice(0, 5))
    await react(as(scope, student), apis, posts[0]?.id ?? '', { sign: 'agree', isOn: true });
}

/** The week before the one that is to be written: posted, and confirmed by some. This week's wait with a first remark. */
async function fillNotes(scope: WriteScope, apis: Apis, { group, tutors }: GroupWithPeople): Promise<void> {
  const tutor = as(scope, tutors[0]?.personId ?? '');
  const texts = demoTextsIn(await languageOf(scope, apis, tutor.actor.personId));
  const current = weekToWrite(dayOf(scope.now));
  const weekOn = new Date(Date.parse(current) - 7 * 86_400_000).toISOString().slice(0, 10);
  const drafts = (await listNotes(tutor, apis, group.id, weekOn)).items;
  for (const [at, { student }] of drafts.slice(0, 6).entries()) {
    const remark = texts.remarks[at % texts.remarks.length] ?? '';
    await saveRemark(tutor, apis, { studentId: student.id, weekOn }, { remark, revision: 0 });
  }
  const { items } = await listNotes(tutor, apis, group.id, weekOn);
  const notes = items.map(({ student, fingerprint }) => ({ studentId: student.id, fingerprint }));
  await postNotes(tutor, apis, { weekOn, notes });
  const posted = (await listNotes(tutor, apis, group.id, weekOn)).items;
  for (const [at, note] of posted.entries()) {
    const reader = note.readers[0]?.person.id;
    if (!reader || !note.posted || at % 3 === 0) continue;
    if (at === 1)
      await writePost(as(scope, reader), apis, note.posted.topicId, {
        clientId: scope.newId(),
        text: texts.thanks,
        fileIds: [],
      });
    await confirmNoteOf(as(scope, reader), apis, note.posted);
  }
}

async function confirmNoteOf(
  scope: WriteScope,
  apis: Apis,
  { topicId, number }: { readonly topicId: string; readonly number: number },
): Promise<void> {
  const post: { id: string } | undefined = await scope.db('forum_post').where({ topicId, number }).first('id');
  if (post) await confirmRead(scope, apis, post.id);
}
