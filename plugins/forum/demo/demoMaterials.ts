import type { WriteScope } from '../../../server/host/scope.ts';
import type { GroupWithPeople } from '../../../server/school/api.ts';
import type { Apis } from '../apis.ts';
import { askAboutLetter, markOwnLetter, sendMailing } from '../commands/letters.ts';
import { addMaterial, makePack, stepPack } from '../commands/materials.ts';
import { addTemplate } from '../commands/templates.ts';
import { ownTemplates } from '../ownTemplates.ts';
import { previewLetters } from '../queries/letters.ts';
import { lettersOf } from '../store/letters.ts';
import { templatesNow } from '../store/templates.ts';
import { as } from './as.ts';
import { type DemoTexts, demoTextsIn } from './demoTexts.ts';

/** The shelf of a group, a letter to its families that some have read, and work on paper for two students. */
export async function fillMaterials(
  scope: WriteScope,
  apis: Apis,
  { group, tutors, members }: GroupWithPeople,
): Promise<void> {
  const tutorId = tutors[0]?.personId ?? '';
  const [card] = await apis.people.peopleByIds(scope.db, [tutorId]);
  const tutor = as(scope, tutorId, card?.language);
  const texts = demoTextsIn(tutor.actor.language);
  const materialIds = await fillShelf(tutor, apis, group.id, texts);
  await sendLetter(tutor, apis, group.id, texts);
  const students = await apis.people.peopleByIds(
    scope.db,
    members.map(({ personId }) => personId),
  );
  const onPhones = students.filter(({ internet }) => internet === 'phone-only');
  // One more waits to be suggested.
  for (const [at, { id: studentId }] of onPhones.slice(0, 2).entries()) {
    const pack = await makePack(tutor, apis, group.id, {
      studentId,
      materialIds: [...materialIds],
      note: texts.packNote,
    });
    if (at === 0) await stepPack(tutor, apis, pack.id, 'handed');
  }
}

async function fillShelf(
  tutor: WriteScope,
  apis: Apis,
  groupId: string,
  { shelf }: DemoTexts,
): Promise<readonly string[]> {
  const courses = await apis.school.coursesOfGroups(tutor.db, [groupId]);
  let ids: readonly string[] = [];
  for (const [at, { title, text }] of shelf.entries()) {
    const course = at === 0 ? undefined : courses[at - 1];
    const asked = { title, text, fileIds: [], ...(course ? { courseId: course.id } : {}) };
    ids = (await addMaterial(tutor, apis, groupId, asked)).items.map(({ id }) => id);
  }
  return ids;
}

/** From a template, which the school has made its own; the first families have read it, one of them asks. */
async function sendLetter(tutor: WriteScope, apis: Apis, groupId: string, { question }: DemoTexts): Promise<void> {
  const [texts = {}] = ownTemplates();
  if ((await templatesNow(tutor.db, 1)).length === 0) await addTemplate(tutor, apis, { texts });
  const letter = { texts, to: ['guardians' as const] };
  const { fingerprint } = await previewLetters(tutor, apis, groupId, letter);
  const { id } = await sendMailing(tutor, apis, groupId, { ...letter, fingerprint });
  for (const [at, { id: letterId, personId }] of (await lettersOf(tutor.db, [id])).entries()) {
    if (at % 3 === 0) continue;
    await markOwnLetter(as(tutor, personId), apis, letterId, at % 3 === 1 ? 'confirmed' : 'opened');
    if (at === 2) await askAboutLetter(as(tutor, personId), apis, letterId, question);
  }
}
