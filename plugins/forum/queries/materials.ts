import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { textBlocks } from '../../../server/markdown/textBlocks.ts';
import { dayOf } from '../../../server/people/api.ts';
import type { Apis } from '../apis.ts';
import { ofMaterials } from '../fileOwner.ts';
import { keepMaterials, sendLetters, useForum } from '../permissions.ts';
import { packUnknown } from '../problems.ts';
import type { PackList, PackView, Shelf } from '../schemas/materials.ts';
import { materialsByIds, materialsOf, type PackRow, packById, packsOf } from '../store/materials.ts';

type Parts = Pick<Apis, 'school' | 'people' | 'files'>;

/** What lies on the shelf of a group, newest first. */
export async function showShelf(scope: ReadScope, { school, files }: Parts, groupId: string): Promise<Shelf> {
  await school.groupAs(scope, useForum, groupId);
  const materials = await materialsOf(scope.db, groupId);
  const attached = await files.filesOf(
    scope.db,
    ofMaterials,
    materials.map(({ id }) => id),
  );
  const courses = await school.coursesByIds(scope.db, [
    ...new Set(materials.flatMap(({ courseId }) => courseId ?? [])),
  ]);
  return {
    items: materials.map(({ id, title, text, courseId, addedAt }) => ({
      ...{ id, title },
      blocks: textBlocks(text, { linkify: true }),
      files: [...(attached.get(id) ?? [])],
      subject: courses.find((course) => course.id === courseId)?.subjectName ?? null,
      addedAt: addedAt.toISOString(),
    })),
    may: { keep: (await school.mayReachGroup(scope, keepMaterials, groupId)) === 'yes' },
  };
}

/** Packs that were printed for students of a group, and where they are. */
export async function listPacks(scope: ReadScope, parts: Parts, groupId: string): Promise<PackList> {
  await parts.school.groupAs(scope, sendLetters, groupId);
  const packs = await packsOf(scope.db, groupId);
  return { items: await packViews(scope, parts, packs), suggested: await needPaper(scope, parts, groupId, packs) };
}

/** Students of the group without internet, or with a telephone only, who have no pack that is still out. */
async function needPaper(
  scope: ReadScope,
  { school, people }: Parts,
  groupId: string,
  packs: readonly PackRow[],
): Promise<PackList['suggested']> {
  const today = dayOf(scope.now);
  const group = await school.groupWithPeople(scope.db, groupId, { fromOn: today, untilOn: today });
  const served = new Set(packs.filter(({ returnedAt }) => !returnedAt).map(({ studentId }) => studentId));
  const unserved = (group?.members ?? []).flatMap(({ personId }) => (served.has(personId) ? [] : [personId]));
  const cards = await people.peopleByIds(scope.db, unserved);
  return cards.flatMap(({ id, name, internet }) =>
    internet === 'none' || internet === 'phone-only' ? [{ student: { id, name }, internet }] : [],
  );
}

/** A pack of a student whom the actor looks after; otherwise it is not there. */
export async function packAs(scope: ReadScope, { school }: Pick<Parts, 'school'>, id: string): Promise<PackRow> {
  const pack = await packById(scope.db, id);
  if (!pack || (await school.mayReachGroup(scope, sendLetters, pack.groupId)) === 'unseen')
    throw new Problem(packUnknown, { id });
  await school.groupAs(scope, sendLetters, pack.groupId);
  return pack;
}

export async function packViews(
  scope: ReadScope,
  { people }: Pick<Parts, 'people'>,
  packs: readonly PackRow[],
): Promise<PackView[]> {
  const cards = await people.peopleByIds(scope.db, [...new Set(packs.map(({ studentId }) => studentId))]);
  const materials = await materialsByIds(scope.db, [
    ...new Set(packs.flatMap(({ materialIdsJson }) => materialIdsJson)),
  ]);
  return packs.map(({ id, studentId, materialIdsJson, note, madeAt, handedAt, returnedAt }) => ({
    ...{ id, note },
    student: { id: studentId, name: cards.find((card) => card.id === studentId)?.name ?? '' },
    titles: materialIdsJson.flatMap((one) => materials.find((material) => material.id === one)?.title ?? []),
    madeAt: madeAt.toISOString(),
    handedAt: handedAt?.toISOString() ?? null,
    returnedAt: returnedAt?.toISOString() ?? null,
  }));
}
