import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { changedMeanwhile } from '../../http/problems.ts';
import { mustShowPhoto, mustTakePhoto } from '../access/photoAs.ts';
import type { IntroductionParts } from '../parts.ts';
import { photoOwnerId } from '../photos.ts';
import { notAPicture } from '../problems.ts';
import type { PhotoInput, ProfileInput } from '../schemas.ts';
import { profileOf, saveProfile, type WorkingHours } from '../store/profiles.ts';

/** What somebody says of themselves; `ifMatch` is the revision that they saw. */
export async function saveOwnProfile(
  scope: WriteScope,
  parts: Pick<IntroductionParts, 'people' | 'audit'>,
  input: ProfileInput,
  ifMatch: number,
): Promise<void> {
  const me = scope.actor.personId;
  await parts.people.lockPerson(scope, me);
  const { revision, hoursJson } = await profileOf(scope.db, me);
  if (revision !== ifMatch) throw new Problem(changedMeanwhile, { revision });
  await saveProfile(scope.db, me, input);
  if (inWords(hoursJson) !== inWords(input.hours)) await record(scope, parts, me, 'introductions.hours-changed');
}

const inWords = (hours: readonly WorkingHours[]): string =>
  hours.map(({ weekday, from, to }) => `${weekday} ${from} ${to}`).join();

const thing = (personId: string) => ({ owner: photoOwnerId, key: personId });

/** Shows a photograph that the actor has uploaded; it takes the place of the one before. */
export async function showPhotoOf(
  scope: WriteScope,
  parts: IntroductionParts,
  personId: string,
  { fileId }: PhotoInput,
): Promise<void> {
  await mustShowPhoto(scope, parts, personId);
  await parts.files.detach(scope, thing(personId));
  await parts.files.attach(scope, thing(personId), [fileId]);
  const [photo] = (await parts.files.filesOf(scope.db, photoOwnerId, [personId])).get(personId) ?? [];
  if (photo?.width == null) throw new Problem(notAPicture);
  const consent = { consentById: scope.actor.personId || null, consentAt: scope.now };
  await saveProfile(scope.db, personId, { photo: { hasPhoto: true, ...consent } });
  await record(scope, parts, personId, 'introductions.photo-shown');
}

/** Takes a photograph away, and the consent with it. */
export async function takePhotoOf(scope: WriteScope, parts: IntroductionParts, personId: string): Promise<void> {
  await mustTakePhoto(scope, parts, personId);
  await parts.files.detach(scope, thing(personId));
  await saveProfile(scope.db, personId, { photo: { hasPhoto: false, consentById: null, consentAt: null } });
  await record(scope, parts, personId, 'introductions.photo-taken');
}

const record = (
  scope: WriteScope,
  { audit }: Pick<IntroductionParts, 'audit'>,
  personId: string,
  act: string,
): Promise<void> =>
  audit.record(scope, { act, aboutPersonId: personId, entity: 'introductions.profile', entityId: personId });
