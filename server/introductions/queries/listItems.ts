import { may } from '../../access/actor.ts';
import type { ReadScope } from '../../host/scope.ts';
import { labelFor, usualBeside } from '../domain/usualItems.ts';
import { editItems } from '../permissions.ts';
import type { Items } from '../schemas.ts';
import { type ItemRow, items } from '../store/met.ts';

/** What every newcomer is to learn, in the reader's language. */
export async function itemsFor({ db, actor }: ReadScope): Promise<ItemRow[]> {
  return (await items(db)).map(({ id, label }) => ({ id, label: labelFor(label, actor.language) }));
}

/** The same, and what else is usual. */
export async function listItems(scope: ReadScope): Promise<Items> {
  const found = await itemsFor(scope);
  const labels = found.map(({ label }) => label);
  return {
    items: found,
    usual: usualBeside(labels, scope.actor.language),
    may: { edit: may(scope.actor, editItems) },
  };
}
