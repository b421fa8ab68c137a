/** What becomes of a group when a school year ends. */
export const groupActs = ['promote', 'archive', 'keep'] as const;
export type GroupAct = (typeof groupActs)[number];

export interface YearChoices {
  /** First day of the new year. */
  readonly onDay: string;
  /** The day before: the last of whatever ends. */
  readonly lastOn: string;
  /** Groups of this grade leave school unless told otherwise. */
  readonly lastGrade: number;
  readonly groups: readonly { readonly groupId: string; readonly act: GroupAct; readonly name?: string | undefined }[];
  /** Names of subgroups of promoted groups, where another one is wanted than follows from the grade. */
  readonly subgroups: readonly { readonly subgroupId: string; readonly name: string }[];
  readonly leaverIds: readonly string[];
  readonly arrivals: readonly { readonly personId: string; readonly groupId: string }[];
  /** Whether the courses of promoted groups end too; those of archived groups always do. */
  readonly endCourses: boolean;
}

interface Stay {
  readonly ownerId: string;
  readonly personId: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
}

/** The school as it is: active groups and whatever goes on in them after the last day. */
export interface YearState {
  readonly groups: readonly { readonly id: string; readonly name: string; readonly grade: number }[];
  readonly members: readonly Stay[];
  readonly subgroups: readonly { readonly id: string; readonly groupId: string; readonly name: string }[];
  /** Stays in subgroups, and whose subgroup it is. */
  readonly parts: readonly Stay[];
  readonly groupOfPart: ReadonlyMap<string, string>;
  readonly tutors: readonly Stay[];
  readonly courses: readonly { readonly id: string; readonly groupId: string }[];
  readonly gradeOf: ReadonlyMap<string, number>;
}

export const itemKinds = ['group', 'grade', 'course', 'member', 'part', 'tutor', 'arrival', 'subgroup'] as const;
export type ItemKind = (typeof itemKinds)[number];

export type Values = Readonly<Record<string, string | number | boolean | null>>;

/** One change: of what, and what it was and will be. `before` is null of what is new, `after` of what goes. */
export interface YearItem {
  readonly kind: ItemKind;
  /** The group, student, course or person. */
  readonly entityId: string;
  /** Of a stay: the group or subgroup, and its first day. */
  readonly ownerId: string | null;
  readonly fromOn: string | null;
  readonly before: Values | null;
  readonly after: Values | null;
}

/** "5А" of grade 5 becomes "6А"; a name without its grade stays. */
export function promotedName(name: string, grade: number): string {
  return name.replace(new RegExp(`(?<!\\d)${grade}(?!\\d)`), String(grade + 1));
}

/** What becomes of each group: as chosen; otherwise the last grade leaves and the others rise. */
export function actOf({ groups, lastGrade }: YearChoices, group: YearState['groups'][number]): GroupAct {
  const chosen = groups.find(({ groupId }) => groupId === group.id);
  return chosen?.act ?? (group.grade >= lastGrade ? 'archive' : 'promote');
}

/** Everything that a change of year does, in the order of what it is done to. Preview and commit both ask here. */
export function planYear(state: YearState, choices: YearChoices): YearItem[] {
  const acts = new Map(state.groups.map((group) => [group.id, actOf(choices, group)]));
  const leavers = new Set(choices.leaverIds);
  const endsIn = (groupId: string, personId: string) => acts.get(groupId) === 'archive' || leavers.has(personId);
  const groupIdOf = ({ ownerId }: Stay) => state.groupOfPart.get(ownerId) ?? '';
  return [
    ...state.groups.flatMap((group) => groupItem(group, acts.get(group.id) ?? 'keep', choices)),
    ...subgroupItems(state, acts, choices),
    ...gradeItems(state, acts, leavers),
    ...state.courses
      .filter(({ groupId }) => ends(acts.get(groupId), choices.endCourses))
      .map(({ id }): YearItem => item('course', id, { isActive: true }, { isActive: false })),
    ...state.members.filter((stay) => endsIn(stay.ownerId, stay.personId)).map(ended('member', choices.lastOn)),
    ...state.parts.filter((stay) => endsIn(groupIdOf(stay), stay.personId)).map(ended('part', choices.lastOn)),
    ...state.tutors.filter(({ ownerId }) => acts.get(ownerId) === 'archive').map(ended('tutor', choices.lastOn)),
    ...choices.arrivals.map(
      ({ personId, groupId }): YearItem => ({
        ...item('arrival', personId, null, { untilOn: null }),
        ownerId: groupId,
        fromOn: choices.onDay,
      }),
    ),
  ];
}

const item = (kind: ItemKind, entityId: string, before: Values | null, after: Values | null): YearItem => ({
  ...{ kind, entityId, before, after },
  ownerId: null,
  fromOn: null,
});

const ends = (act: GroupAct | undefined, endCourses: boolean): boolean =>
  act === 'archive' || (act === 'promote' && endCourses);

/** A stay that would not have begun by its last day goes altogether. */
const ended =
  (kind: ItemKind, lastOn: string) =>
  ({ ownerId, personId, fromOn, untilOn }: Stay): YearItem => ({
    ...item(kind, personId, { untilOn }, fromOn > lastOn ? null : { untilOn: lastOn }),
    ownerId,
    fromOn,
  });

function groupItem(group: YearState['groups'][number], act: GroupAct, { groups }: YearChoices): YearItem[] {
  const { id, name, grade } = group;
  const before = { name, grade, isActive: true };
  if (act === 'archive') return [item('group', id, before, { ...before, isActive: false })];
  if (act === 'keep') return [];
  const chosen = groups.find(({ groupId }) => groupId === id)?.name;
  const after = { name: chosen ?? promotedName(name, grade), grade: grade + 1, isActive: true };
  return [item('group', id, before, after)];
}

/** What a subgroup is called when its group rises: as chosen, else as its group's grade says. */
export const risenName = (
  { id, name }: { readonly id: string; readonly name: string },
  grade: number,
  { subgroups }: Pick<YearChoices, 'subgroups'>,
): string => subgroups.find(({ subgroupId }) => subgroupId === id)?.name ?? promotedName(name, grade);

/** Subgroups of promoted groups whose name says the grade, or that were given another one. */
function subgroupItems(
  { groups, subgroups }: YearState,
  acts: ReadonlyMap<string, GroupAct>,
  choices: YearChoices,
): YearItem[] {
  const gradeOfGroup = new Map(groups.map(({ id, grade }) => [id, grade]));
  return subgroups.flatMap((one) => {
    const grade = gradeOfGroup.get(one.groupId);
    if (grade === undefined || acts.get(one.groupId) !== 'promote') return [];
    const name = risenName(one, grade, choices);
    if (name === one.name) return [];
    return [{ ...item('subgroup', one.id, { name: one.name }, { name }), ownerId: one.groupId }];
  });
}

/** Students rise with their group, each once; whoever is in another grade than the group stays there. */
function gradeItems(
  { groups, members, gradeOf }: YearState,
  acts: ReadonlyMap<string, GroupAct>,
  leavers: ReadonlySet<string>,
): YearItem[] {
  const gradeOfGroup = new Map(groups.map(({ id, grade }) => [id, grade]));
  const rising = members.filter(
    ({ ownerId, personId }) =>
      acts.get(ownerId) === 'promote' && !leavers.has(personId) && gradeOf.get(personId) === gradeOfGroup.get(ownerId),
  );
  return [...new Set(rising.map(({ personId }) => personId))].map((id) => {
    const grade = gradeOf.get(id) ?? 0;
    return item('grade', id, { grade }, { grade: grade + 1 });
  });
}
