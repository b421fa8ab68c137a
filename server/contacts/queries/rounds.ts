import { scopesOf } from '../../access/actor.ts';
import type { ReadScope } from '../../host/scope.ts';
import { fullName, type PersonCard } from '../../people/api.ts';
import { groupsReachedAmong, reachedAmong } from '../access/reached.ts';
import { type ReachedRound, roundAs } from '../access/roundAs.ts';
import { type AskedFamily, askedOf, shareOf } from '../domain/round.ts';
import type { ContactsParts } from '../parts.ts';
import { runRounds } from '../permissions.ts';
import type { RoundGroupView, RoundList, RoundView } from '../schemas.ts';
import { confirmationsOf, groupsOfRounds, type RoundRow, roundsOfGroups } from '../store/rounds.ts';
import { askedFamilies } from './askedFamilies.ts';

const mostRounds = 20;

/** Rounds of the groups that the actor reaches: open ones first, then the newest. */
export async function listRounds(scope: ReadScope, parts: ContactsParts): Promise<RoundList> {
  const within = parts.school.groupIdsWithin(scope, scopesOf(scope.actor, runRounds));
  const rounds = await roundsOfGroups(scope.db, within, mostRounds);
  const all = await groupsOfRounds(
    scope.db,
    rounds.map(({ id }) => id),
  );
  const reached = await groupsReachedAmong(scope, parts.school, runRounds, [
    ...new Set(all.map(({ groupId }) => groupId)),
  ]);
  const items: RoundView[] = [];
  for (const round of rounds) {
    const groupIds = all.filter(({ roundId }) => roundId === round.id).map(({ groupId }) => groupId);
    const own = groupIds.filter((id) => reached.has(id));
    items.push(await viewOf(scope, parts, { round, groupIds: own, isWhole: own.length === groupIds.length }));
  }
  return { items };
}

/** One round with the share of each group that the actor reaches. */
export const roundView = async (scope: ReadScope, parts: ContactsParts, roundId: string): Promise<RoundView> =>
  viewOf(scope, parts, await roundAs(scope, parts, roundId));

async function viewOf(
  scope: ReadScope,
  parts: ContactsParts,
  { round, groupIds, isWhole }: ReachedRound,
): Promise<RoundView> {
  const families = await familiesInReach(scope, parts, groupIds);
  const confirmed = await confirmedIn(scope, round);
  const names = new Map((await parts.school.groupsByIds(scope.db, groupIds)).map(({ id, name }) => [id, name]));
  const groups = groupIds.map((groupId) => ({
    groupId,
    name: names.get(groupId) ?? '',
    ...shareOf(askedOf(families.filter((family) => family.groupId === groupId)), confirmed),
  }));
  const isOpen = round.closedAt === null;
  return {
    ...{ id: round.id, dueOn: round.dueOn, note: round.note },
    openedAt: round.openedAt.toISOString(),
    closedAt: round.closedAt?.toISOString() ?? null,
    ...shareOf(askedOf(families), confirmed),
    groups: groups.toSorted((one, other) => one.name.localeCompare(other.name)),
    may: { remind: isOpen, close: isOpen && isWhole },
  };
}

const confirmedIn = async ({ db }: ReadScope, { id }: RoundRow): Promise<ReadonlySet<string>> =>
  new Set((await confirmationsOf(db, [id])).map(({ personId }) => personId));

/** The families of groups, without those whom the actor does not reach: groups mix home schools. */
export async function familiesInReach(
  scope: ReadScope,
  parts: ContactsParts,
  groupIds: readonly string[],
): Promise<readonly AskedFamily[]> {
  const families = await askedFamilies(scope, parts, groupIds);
  const reached = await reachedAmong(scope, parts.school, runRounds, askedOf(families));
  return families
    .filter(({ studentId }) => reached.has(studentId))
    .map((family) => ({ ...family, guardians: family.guardians.filter(({ personId }) => reached.has(personId)) }));
}

/** Who of a group has confirmed, and who has not; families together. */
export async function roundGroupView(
  scope: ReadScope,
  parts: ContactsParts,
  roundId: string,
  groupId: string,
): Promise<RoundGroupView> {
  const { round } = await roundAs(scope, parts, roundId);
  const { name } = await parts.school.groupAs(scope, runRounds, groupId);
  const families = await familiesInReach(scope, parts, [groupId]);
  const confirmed = new Map(
    (await confirmationsOf(scope.db, [roundId])).map(({ personId, confirmedAt }) => [personId, confirmedAt]),
  );
  const cards = new Map((await parts.people.peopleByIds(scope.db, askedOf(families))).map((card) => [card.id, card]));
  const person = (personId: string) => ({
    personId,
    name: cards.get(personId)?.name ?? '',
    confirmedAt: confirmed.get(personId)?.toISOString() ?? null,
  });
  const ordered = families.toSorted((one, other) => byName(cards.get(one.studentId), cards.get(other.studentId)));
  return {
    roundId,
    groupId,
    name,
    dueOn: round.dueOn,
    isOpen: round.closedAt === null,
    families: ordered.map(({ studentId, guardians }) => ({
      student: person(studentId),
      guardians: guardians.map(({ personId }) => person(personId)),
    })),
  };
}

const byName = (one: PersonCard | undefined, other: PersonCard | undefined): number =>
  (one ? fullName(one, 'ru') : '').localeCompare(other ? fullName(other, 'ru') : '');
