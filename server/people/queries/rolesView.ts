import type { ReadScope } from '../../host/scope.ts';
import type { RoleView } from '../schemas.ts';
import { rolesOf } from '../store/roles.ts';

/** The roles that a person was given by hand. */
export const rolesView = async ({ db }: ReadScope, personId: string): Promise<{ items: RoleView[] }> => ({
  items: await rolesOf(db, [personId]),
});
