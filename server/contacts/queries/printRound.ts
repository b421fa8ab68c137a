import type { DocumentsApi } from '../../documents/api.ts';
import type { FileReply } from '../../host/fileReply.ts';
import type { ReadScope } from '../../host/scope.ts';
import { roundAs } from '../access/roundAs.ts';
import { confirmationSheet } from '../documents/confirmationSheet.ts';
import { isSame } from '../domain/channel.ts';
import { pagesOf } from '../domain/pages.ts';
import { askedOf } from '../domain/round.ts';
import type { ContactsParts } from '../parts.ts';
import { channelsOfPeople } from './channelsOfPeople.ts';
import { roundGroupView } from './rounds.ts';

/** A page for every family of a group in which somebody has not confirmed yet. */
export async function printRound(
  scope: ReadScope,
  parts: ContactsParts,
  documents: DocumentsApi,
  roundId: string,
  groupId: string,
): Promise<FileReply> {
  const { round } = await roundAs(scope, parts, roundId);
  const { name: group, dueOn, families } = await roundGroupView(scope, parts, roundId, groupId);
  const waiting = families
    .map(({ student, guardians }) => ({ student, people: [student, ...guardians] }))
    .filter(({ people }) => people.some(({ confirmedAt }) => confirmedAt === null));
  const ids = askedOf(
    waiting.map(({ student, people }) => ({
      groupId,
      studentId: student.personId,
      guardians: people.map(({ personId }) => ({ personId, mayAct: true })),
    })),
  );
  const channels = await channelsOfPeople(scope, parts, ids);
  const separations = await parts.people.separationsOf(scope.db, ids);
  const content = await documents.render(confirmationSheet, {
    data: {
      group,
      dueOn,
      families: waiting.flatMap(({ student, people }) =>
        pagesOf(people, separations).map((onPage) => {
          const absent = people
            .filter((one) => !onPage.includes(one))
            .flatMap((one) => channels.get(one.personId) ?? []);
          return {
            student: student.name,
            people: onPage.map(({ personId, name }) => ({
              name,
              addresses: (channels.get(personId) ?? [])
                .filter((channel) => !absent.some((other) => isSame(other, channel)))
                .map(({ kind, service, value }) => ({ kind, service, value })),
            })),
          };
        }),
      ),
    },
    language: scope.actor.language,
    zone: scope.actor.zone,
    madeAt: round.openedAt,
  });
  return {
    fileName: `${group}.pdf`,
    mediaType: 'application/pdf',
    disposition: 'attachment',
    content,
    length: content.length,
  };
}
