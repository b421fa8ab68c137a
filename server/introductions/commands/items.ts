import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { IntroductionParts } from '../parts.ts';
import { notOnList } from '../problems.ts';
import type { ItemsInput } from '../schemas.ts';
import { items, replaceItems } from '../store/met.ts';

/** Decides what every newcomer is to learn; what stays keeps what was noted of it. */
export async function saveItems(
  scope: WriteScope,
  { audit }: Pick<IntroductionParts, 'audit'>,
  { items: wanted }: ItemsInput,
): Promise<void> {
  const known = new Set((await items(scope.db)).map(({ id }) => id));
  if (wanted.some(({ id }) => id !== null && !known.has(id))) throw new Problem(notOnList);
  await replaceItems(
    scope.db,
    wanted.map(({ id, label }) => ({ id: id ?? scope.newId(), label })),
  );
  await audit.record(scope, {
    act: 'introductions.items-changed',
    entity: 'introductions.items',
    entityId: 'all',
    detail: { items: wanted.length },
  });
}
