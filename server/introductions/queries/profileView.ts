import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { notFound } from '../../http/problems.ts';
import { lets, mustShowPhoto, mustTakePhoto } from '../access/photoAs.ts';
import type { IntroductionParts } from '../parts.ts';
import type { ProfileView } from '../schemas.ts';
import { profileOf } from '../store/profiles.ts';
import { photosOf } from './whoIsWho.ts';

/** What a person shows of themselves to those who see them by name. */
export async function profileView(scope: ReadScope, parts: IntroductionParts, personId: string): Promise<ProfileView> {
  const { db } = scope;
  const seen = await parts.school.seenAmong(scope, [personId]);
  const [card] = await parts.people.peopleByIds(db, seen);
  if (!card) throw new Problem(notFound);
  const { about, hoursJson, revision } = await profileOf(db, personId);
  const roles = await parts.school.staffRolesAmong(scope, [personId]);
  const photoId = (await photosOf(db, parts, [personId])).get(personId) ?? null;
  return {
    ...{ personId, about, hours: [...hoursJson], zone: card.zone, photoId, revision },
    may: {
      introduce: personId === scope.actor.personId && roles.has(personId),
      showPhoto: await lets(mustShowPhoto(scope, parts, personId)),
      takePhoto: photoId !== null && (await lets(mustTakePhoto(scope, parts, personId))),
    },
  };
}
