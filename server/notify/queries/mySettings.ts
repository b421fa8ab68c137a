import type { ReadScope } from '../../host/scope.ts';
import { noticeAreas } from '../domain/area.ts';
import { usualChannels, usualDigest } from '../domain/choice.ts';
import type { NotifyParts } from '../parts.ts';
import type { NoticeSettings } from '../schemas.ts';
import { choicesOf, digestTimesOf } from '../store/choices.ts';
import { mailAddressesOf } from './failingMail.ts';

/** How the actor hears of what happens. */
export async function mySettings(scope: ReadScope, { people, mail }: NotifyParts): Promise<NoticeSettings> {
  const { personId } = scope.actor;
  const address = (await mailAddressesOf(scope, people, [personId])).get(personId);
  const choices = (await choicesOf(scope.db, [personId])).get(personId);
  return {
    mail: { isOn: mail.isOn, address: address?.email ?? null, isFailing: address?.isFailing ?? false },
    digest: (await digestTimesOf(scope.db, [personId])).get(personId) ?? usualDigest,
    areas: noticeAreas.map((area) => ({ area, ...(choices?.get(area) ?? usualChannels) })),
  };
}
