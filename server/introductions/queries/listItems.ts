import { may } from '../../access/actor.ts';
import type { ReadScope } from '../../host/scope.ts';
import { editItems } from '../permissions.ts';
import type { Items } from '../schemas.ts';
import { items } from '../store/met.ts';

/** What every newcomer is to learn. */
export const listItems = async (scope: ReadScope): Promise<Items> => ({
  items: await items(scope.db),
  may: { edit: may(scope.actor, editItems) },
});
