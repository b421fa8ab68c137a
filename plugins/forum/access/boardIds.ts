import type { Knex } from 'knex';
import { type Actor, scopesOf } from '../../../server/access/actor.ts';
import type { RoleScope } from '../../../server/access/roles.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import type { SchoolApi } from '../../../server/school/api.ts';
import {
  actsOfGuests,
  type BoardAct,
  type BoardAnchor,
  type BoardKind,
  boardKinds,
  boardRules,
} from '../domain/boards.ts';

type School = Pick<SchoolApi, 'groupIdsWithin' | 'subgroupIdsWithin' | 'courseIdsWithin' | 'studentIdsWithin'>;

const columns: Readonly<Record<Exclude<BoardAnchor, 'nothing'>, string>> = {
  group: 'board.groupId',
  subgroup: 'board.subgroupId',
  course: 'board.courseId',
  student: 'board.studentId',
};

/** How far an actor's roles reach for an act on boards of a kind. A guardian who may only read writes nothing. */
function scopesFor(actor: Actor, kind: BoardKind, act: BoardAct): readonly RoleScope[] {
  const scopes = scopesOf(actor, { id: `forum.${act}`, roles: boardRules[kind][act] });
  return act === 'read' ? scopes : scopes.filter((scope) => scope.kind !== 'child' || scope.mayAct);
}

/** Whether somebody has a role here that is more than being a guardian who only reads: boards of the whole school have no child. */
const writesForChild = (actor: Actor): boolean =>
  actor.grants.some(({ role, scope }) => role !== 'guardian' || (scope.kind === 'child' && scope.mayAct));

/**
 * Ids of the boards on which the actor may do something, as a subquery: the only place that says so. Lists, search,
 * counts, suggestions and single boards all go through it.
 */
export function boardIdsFor(scope: ReadScope, school: School, act: BoardAct): Knex.QueryBuilder {
  const { actor, db } = scope;
  return db('forum_board as board')
    .where((any) => {
      any.whereRaw('1 = 0');
      for (const kind of boardKinds) any.orWhere((one) => ofKind(one, scope, school, kind, act));
      if (actor.kind === 'person' && actsOfGuests.includes(act)) any.orWhere((one) => asGuest(one, scope));
    })
    .select({ id: 'board.id' });
}

function ofKind(
  query: Knex.QueryBuilder,
  scope: ReadScope,
  school: School,
  kind: BoardKind,
  act: BoardAct,
): Knex.QueryBuilder {
  const scopes = scopesFor(scope.actor, kind, act);
  const { anchor } = boardRules[kind];
  if (scopes.length === 0) return query.whereRaw('1 = 0');
  query.where('board.kind', kind);
  if (anchor === 'nothing') return act === 'read' || writesForChild(scope.actor) ? query : query.whereRaw('1 = 0');
  return query.whereIn(columns[anchor], within(scope, school, anchor, scopes));
}

function within(
  scope: ReadScope,
  school: School,
  anchor: Exclude<BoardAnchor, 'nothing'>,
  scopes: readonly RoleScope[],
): Knex.QueryBuilder {
  if (anchor === 'group') return school.groupIdsWithin(scope, scopes);
  if (anchor === 'subgroup') return school.subgroupIdsWithin(scope, scopes);
  return anchor === 'course' ? school.courseIdsWithin(scope, scopes) : school.studentIdsWithin(scope, scopes);
}

/** Invited by name, or the student whose own progress thread was opened to them. */
const asGuest = (query: Knex.QueryBuilder, { db, actor }: ReadScope): Knex.QueryBuilder =>
  query
    .whereIn('board.id', db('forum_guest').where({ personId: actor.personId }).select('boardId'))
    .orWhere({ 'board.kind': 'progress', 'board.studentId': actor.personId, 'board.mayStudentRead': true });
