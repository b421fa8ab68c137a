import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import { ofMaterials } from '../fileOwner.ts';
import { keepMaterials, sendLetters } from '../permissions.ts';
import { courseElsewhere, materialUnknown } from '../problems.ts';
import { packAs, packViews, showShelf } from '../queries/materials.ts';
import type { NewMaterial, NewPack, PackView, Shelf } from '../schemas/materials.ts';
import {
  deleteMaterial,
  insertMaterial,
  insertPack,
  markPack,
  materialById,
  materialsOf,
  packById,
} from '../store/materials.ts';

/** Puts something on the shelf of a group. */
export async function addMaterial(scope: WriteScope, apis: Apis, groupId: string, asked: NewMaterial): Promise<Shelf> {
  await apis.school.groupAs(scope, keepMaterials, groupId);
  const { title, text, courseId = null, fileIds } = asked;
  const [course] = courseId ? await apis.school.coursesByIds(scope.db, [courseId]) : [];
  if (courseId && course?.groupId !== groupId) throw new Problem(courseElsewhere);
  const id = scope.newId();
  const added = { addedById: scope.actor.personId, addedAt: scope.now };
  await insertMaterial(scope.db, { ...{ id, groupId, courseId, title, text }, ...added });
  await apis.files.attach(scope, { owner: ofMaterials, key: id }, fileIds);
  return showShelf(scope, apis, groupId);
}

export async function removeMaterial(scope: WriteScope, apis: Apis, id: string): Promise<Shelf> {
  const material = await materialById(scope.db, id);
  if (!material || (await apis.school.mayReachGroup(scope, keepMaterials, material.groupId)) === 'unseen')
    throw new Problem(materialUnknown, { id });
  await apis.school.groupAs(scope, keepMaterials, material.groupId);
  await apis.files.detach(scope, { owner: ofMaterials, key: id });
  await deleteMaterial(scope.db, id);
  return showShelf(scope, apis, material.groupId);
}

/** Prepares a pack of the group's materials for a student without internet. */
export async function makePack(scope: WriteScope, apis: Apis, groupId: string, asked: NewPack): Promise<PackView> {
  await apis.school.groupAs(scope, sendLetters, groupId);
  await apis.school.studentAs(scope, sendLetters, asked.studentId);
  const own = new Set((await materialsOf(scope.db, groupId)).map(({ id }) => id));
  const materialIds = asked.materialIds.filter((id) => own.has(id));
  const id = scope.newId();
  const made = { madeById: scope.actor.personId, madeAt: scope.now };
  await insertPack(scope.db, { id, groupId, studentId: asked.studentId, note: asked.note, materialIds, ...made });
  return viewOf(scope, apis, id);
}

/** A pack was handed over, or came back. */
export async function stepPack(
  scope: WriteScope,
  apis: Apis,
  id: string,
  step: 'handed' | 'returned',
): Promise<PackView> {
  const pack = await packAs(scope, apis, id);
  const handedAt = pack.handedAt ?? scope.now;
  await markPack(
    scope.db,
    id,
    step === 'handed' ? { handedAt } : { handedAt, returnedAt: pack.returnedAt ?? scope.now },
  );
  return viewOf(scope, apis, id);
}

async function viewOf(scope: WriteScope, apis: Apis, id: string): Promise<PackView> {
  const pack = await packById(scope.db, id);
  const [view] = pack ? await packViews(scope, apis, [pack]) : [];
  if (!view) throw new Error('A pack went away in its own transaction');
  return view;
}
