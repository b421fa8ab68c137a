import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { NoticeArea } from '../domain/area.ts';
import { usualChannels } from '../domain/choice.ts';
import type { NotifyParts } from '../parts.ts';
import { stopLinkBroken } from '../problems.ts';
import { mySettings } from '../queries/mySettings.ts';
import type { Channels, DigestTime, NoticeSettings, Stopped } from '../schemas.ts';
import { stopOf } from '../stopToken.ts';
import { saveChoice, saveDigestTime, saveMailRule } from '../store/choices.ts';

/** How the actor wants to hear of an area from now on. */
export async function chooseChannels(
  scope: WriteScope,
  parts: NotifyParts,
  area: NoticeArea,
  channels: Channels,
): Promise<NoticeSettings> {
  await saveChoice(scope.db, scope.actor.personId, area, channels);
  return mySettings(scope, parts);
}

/** When the actor's digests go out. */
export async function chooseDigestTime(
  scope: WriteScope,
  parts: NotifyParts,
  digest: DigestTime,
): Promise<NoticeSettings> {
  await saveDigestTime(scope.db, scope.actor.personId, digest, scope.now);
  return mySettings(scope, parts);
}

/** Switches mail off for the person and the areas for which this token stood in a mail. */
export async function stopMail(scope: WriteScope, { config, people }: NotifyParts, token: string): Promise<Stopped> {
  const stop = stopOf(config.sessionSecret, token);
  const known = stop && (await people.peopleByIds(scope.db, [stop.personId])).length > 0;
  if (!stop || !known) throw new Problem(stopLinkBroken);
  await saveMailRule(scope.db, stop.personId, 'never', stop.areas, usualChannels.isPushed);
  return { areas: [...stop.areas] };
}
