import { createContext, useContext } from 'react';
import { useSession } from '../api/session.ts';
import type { ClientPlugin } from '../plugin.ts';

export const PluginsContext = createContext<readonly ClientPlugin[]>([]);

export const usePlugins = (): readonly ClientPlugin[] => useContext(PluginsContext);

interface Audience {
  readonly permission?: string;
  readonly roles?: readonly string[];
}

/** Whether something declared for an audience is for this reader. */
export function useIsFor(): (audience: Audience) => boolean {
  const session = useSession();
  return ({ permission, roles }) =>
    (permission === undefined || session.permissions.includes(permission)) &&
    (roles === undefined || session.roles.some(({ role }) => roles.includes(role)));
}
