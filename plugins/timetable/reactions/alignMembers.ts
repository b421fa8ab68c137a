import { defineReaction, type Reaction } from '../../../server/host/plugin.ts';
import { memberJoined, memberLeft, membersChanged, subgroupChanged } from '../../../server/school/api.ts';
import type { Apis } from '../apis.ts';
import { alignGroup } from '../commands/alignGroup.ts';

/** Whoever joins or leaves a group, or a part of it, takes part in its coming lessons accordingly. */
export const alignMembers = (apis: Apis): readonly Reaction<unknown>[] => [
  defineReaction({
    id: 'timetable.claim-for-member',
    to: memberJoined,
    run: (scope, { payload }) => alignGroup(apis, scope, payload.groupId),
  }),
  defineReaction({
    id: 'timetable.release-from-member',
    to: memberLeft,
    run: (scope, { payload }) => alignGroup(apis, scope, payload.groupId),
  }),
  defineReaction({
    id: 'timetable.align-group',
    to: membersChanged,
    run: (scope, { payload }) => alignGroup(apis, scope, payload.groupId),
  }),
  defineReaction({
    id: 'timetable.align-subgroup',
    to: subgroupChanged,
    run: (scope, { payload }) => alignGroup(apis, scope, payload.groupId),
  }),
];
