import type { WriteScope } from '../../host/scope.ts';
import { type Guarded, refusing } from '../../http/refusing.ts';
import { given } from '../../people/api.ts';
import { accessOf } from '../access/accessChanges.ts';
import { groupAs } from '../access/entities.ts';
import { lockAt } from '../access/lockAt.ts';
import { mustEditSchool } from '../access/wholeSchool.ts';
import { gridChanged, groupChanged } from '../events.ts';
import { editSchool } from '../permissions.ts';
import { externalIdTaken, gridOverlaps, groupUnknown } from '../problems.ts';
import type { GridInput, GroupChange, NewGroup } from '../schemas/school.ts';
import { replaceGrid } from '../store/grids.ts';
import { tutorsOf } from '../store/membership.ts';
import { insertRow, updateRevised } from '../store/revised.ts';

const guards: readonly Guarded[] = [{ guard: 'school_group.external_id', problem: externalIdTaken }];

/** Adds a group without people. Returns its id. */
export async function addGroup(scope: WriteScope, input: NewGroup): Promise<string> {
  mustEditSchool(scope);
  const id = scope.newId();
  await refusing(insertRow(scope.db, 'school_group', { ...input, id }), guards);
  scope.emit(groupChanged, { groupId: id });
  return id;
}

/** Reaches a group in order to change it. */
export async function groupToEdit(scope: WriteScope, id: string): Promise<void> {
  await groupAs(scope, editSchool, id);
  mustEditSchool(scope);
}

export async function changeGroup(scope: WriteScope, id: string, change: GroupChange, ifMatch: number): Promise<void> {
  await groupToEdit(scope, id);
  await lockAt(scope, 'school_group', id, ifMatch, groupUnknown);
  await refusing(updateRevised(scope.db, 'school_group', id, given(change)), guards);
  scope.emit(groupChanged, { groupId: id });
  if (change.isActive !== undefined)
    accessOf(
      scope,
      (await tutorsOf(scope, [id])).map((tutor) => tutor.personId),
    );
}

/** Replaces a group's grid of hours; counts as a change of the group. */
export async function setGrid(scope: WriteScope, id: string, { places }: GridInput, ifMatch: number): Promise<void> {
  await groupToEdit(scope, id);
  await lockAt(scope, 'school_group', id, ifMatch, groupUnknown);
  await refusing(replaceGrid(scope.db, id, places), [
    { guard: 'school_grid_place_overlap', problem: gridOverlaps },
    { guard: 'school_grid_place_pkey', problem: gridOverlaps },
    { guard: 'school_grid_place.group_id', problem: gridOverlaps },
  ]);
  await updateRevised(scope.db, 'school_group', id, {});
  scope.emit(gridChanged, { groupId: id });
}
