import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { Moment } from '../../people/api.ts';
import { personToEdit } from '../access/contactsAs.ts';
import { answersFor, askedOf } from '../domain/round.ts';
import type { ContactsParts } from '../parts.ts';
import { notAsked } from '../problems.ts';
import { askedFamilies } from '../queries/askedFamilies.ts';
import { insertConfirmations, openRoundsOf } from '../store/rounds.ts';

/**
 * Confirms that the contacts of these people hold, in every open round that asks about them. They do it themselves,
 * guardians for their children; whoever else may edit them types what came back on paper.
 */
export async function confirmContacts(
  scope: WriteScope,
  parts: ContactsParts,
  personIds: readonly string[],
): Promise<void> {
  for (const personId of personIds) await personToEdit(scope, parts, personId);
  const rounds = await openRoundsAbout(scope, parts, personIds);
  const asked = new Set(rounds.flatMap(({ families }) => askedOf(families)));
  if (personIds.some((id) => !asked.has(id))) throw new Problem(notAsked);
  const { personId: confirmedById } = scope.actor;
  const rows = rounds.flatMap(({ roundId, families }) => {
    const own = new Set(answersFor(families, confirmedById));
    const here = new Set(askedOf(families));
    return personIds
      .filter((id) => here.has(id))
      .map((personId) => ({
        ...{ id: scope.newId(), roundId, personId, confirmedById },
        confirmedAt: scope.now,
        isOnPaper: !own.has(personId),
      }));
  });
  await insertConfirmations(scope.db, rows);
  for (const personId of personIds)
    await parts.audit.record(scope, {
      act: 'contacts.confirmed',
      aboutPersonId: personId,
      entity: 'contacts.channels',
      entityId: personId,
    });
}

/** Open rounds of the groups of these people, or of their children, with the families that they ask there. */
export async function openRoundsAbout(
  scope: Moment,
  parts: Pick<ContactsParts, 'people' | 'school'>,
  personIds: readonly string[],
) {
  const groupIds = new Set<string>();
  for (const personId of personIds) {
    const children = await parts.people.childrenOf(scope, personId);
    for (const studentId of [personId, ...children.map((child) => child.studentId)])
      for (const { id } of await parts.school.groupsOfStudent(scope, studentId)) groupIds.add(id);
  }
  const open = await openRoundsOf(scope.db, [...groupIds]);
  const families = await askedFamilies(scope, parts, [...new Set(open.map(({ groupId }) => groupId))]);
  return [...new Set(open.map(({ roundId }) => roundId))].map((roundId) => {
    const groups = new Set(open.filter((one) => one.roundId === roundId).map(({ groupId }) => groupId));
    return { roundId, families: families.filter(({ groupId }) => groups.has(groupId)) };
  });
}
