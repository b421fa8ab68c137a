import type { ReadScope } from '../../host/scope.ts';
import { type Choices, usualChannels, usualDigest } from '../domain/choice.ts';
import type { Receiver } from '../domain/moments.ts';
import { areaOf } from '../kinds.ts';
import type { NotifyParts } from '../parts.ts';
import { choicesOf, digestTimesOf } from '../store/choices.ts';
import { ownersAmong } from '../store/devices.ts';
import { mailAddressesOf } from './failingMail.ts';
import { quietHoursOf } from './quietHours.ts';

/** Somebody who is told something, as far as it decides how and when. */
export interface FullReceiver extends Receiver {
  readonly choices: Choices;
  /** Has an address at which mail has not failed, on a server that sends mail. */
  readonly hasMail: boolean;
  readonly hasDevice: boolean;
}

const noChoices: Choices = new Map();

/** Everything that decides how these people are reached, with few questions however many they are. Who has left is left out. */
export async function receiversOf(
  scope: ReadScope,
  { people, mail }: Pick<NotifyParts, 'people' | 'mail'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, FullReceiver>> {
  const cards = (await people.peopleByIds(scope.db, personIds)).filter(({ isActive }) => isActive);
  const ids = cards.map(({ id }) => id);
  const quiet = await quietHoursOf(scope, people, ids);
  const digests = await digestTimesOf(scope.db, ids);
  const choices = await choicesOf(scope.db, ids);
  const devices = await ownersAmong(scope.db, ids);
  const addresses = mail.isOn ? await mailAddressesOf(scope, people, ids) : undefined;
  return new Map(
    cards.map(({ id, zone }) => [
      id,
      {
        zone,
        quiet: quiet.get(id),
        digest: digests.get(id) ?? usualDigest,
        choices: choices.get(id) ?? noChoices,
        hasMail: addresses?.get(id)?.isFailing === false,
        hasDevice: devices.has(id),
      },
    ]),
  );
}

/** Of these people, those who can be reached by mail and want mails about such notices. */
export async function mailedAmong(
  scope: ReadScope,
  parts: Pick<NotifyParts, 'people' | 'mail' | 'installation'>,
  kind: string,
  personIds: readonly string[],
): Promise<readonly string[]> {
  const area = areaOf(parts.installation().plugins, kind);
  const receivers = await receiversOf(scope, parts, personIds);
  return [...receivers].flatMap(([id, { hasMail, choices }]) =>
    hasMail && (choices.get(area) ?? usualChannels).mail !== 'never' ? [id] : [],
  );
}
