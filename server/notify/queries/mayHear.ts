import type { Actor } from '../../access/actor.ts';
import { actorOfPerson } from '../../access/loadActor.ts';
import type { ReadScope } from '../../host/scope.ts';
import { readPeople } from '../../people/api.ts';
import type { NotifyParts } from '../parts.ts';
import type { Notice } from '../store/notices.ts';

/**
 * Those of a person's notices that may still be told: not about a child whom the person does not reach any more, and nothing
 * that the notice's own plugin would not tell now.
 */
export async function stillAllowed<N extends Notice>(
  scope: ReadScope,
  { school, installation }: Pick<NotifyParts, 'school' | 'installation'>,
  personId: string,
  notices: readonly N[],
): Promise<readonly N[]> {
  const { grantSources, loaded } = installation();
  const actor = await actorOfPerson({ db: scope.db, personId, sessionId: '', now: scope.now }, grantSources);
  if (!actor) return [];
  const asReceiver = { ...scope, actor };
  const allowed: N[] = [];
  for (const notice of notices) {
    const plugin = loaded.find(({ plugin: { ref } }) => notice.kind.startsWith(`${ref.plugin}.`));
    const { kind, aboutPersonId, link, paramsJson: params } = notice;
    const hears = (await plugin?.parts.mayStillHear?.(asReceiver, { kind, aboutPersonId, link, params })) ?? true;
    if (hears && (await reachesChild(asReceiver, school, actor, aboutPersonId))) allowed.push(notice);
  }
  return allowed;
}

const reachesChild = async (
  scope: ReadScope,
  school: NotifyParts['school'],
  { personId }: Actor,
  aboutPersonId: string | null,
): Promise<boolean> =>
  aboutPersonId === null ||
  aboutPersonId === personId ||
  (await school.mayReachPerson(scope, readPeople, aboutPersonId)) === 'yes';
