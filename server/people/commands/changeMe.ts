import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { notFound } from '../../http/problems.ts';
import { given } from '../domain/given.ts';
import { personChanged } from '../events.ts';
import type { Me, MyChange } from '../schemas.ts';
import { lockPerson, updatePerson } from '../store/writePeople.ts';

/** A person's own language and zone. No revision is asked for: nobody else edits these for them. */
export async function changeMe(scope: WriteScope, change: MyChange): Promise<Me> {
  const id = scope.actor.personId;
  const before = await lockPerson(scope.db, id);
  if (!before) throw new Problem(notFound);
  const sent = given(change);
  await updatePerson(scope.db, id, sent);
  scope.emit(personChanged, { personId: id });
  return { id, language: before.language, zone: before.zone, ...sent };
}
