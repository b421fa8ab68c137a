import { type Actor, nobody } from '../access/actor.ts';
import type { Account, SessionControl } from '../host/session.ts';
import type { AttemptGuard } from './attempts.ts';
import type { SessionView } from './schemas.ts';
import type { SecondFactors } from './secondFactor.ts';
import { sessionView, type ViewParts } from './sessionView.ts';
import { accountById } from './store/accounts.ts';

export interface EntranceParts {
  readonly views: ViewParts;
  readonly attempts: AttemptGuard;
  readonly secondFactors: SecondFactors;
}

/** The end of every way in: asks for the second factor where there is one, then begins a fresh session. */
export interface Entrance {
  /** @param trusted who let them in has asked for a second factor already. */
  letIn(session: SessionControl, account: Account, trusted?: boolean): Promise<SessionView>;
  /** Everything that the account asks for was shown. */
  finish(session: SessionControl, account: Account, shown: { readonly secondFactor: boolean }): Promise<SessionView>;
  viewFor(session: SessionControl, actor: Actor): Promise<SessionView>;
}

export function createEntrance({ views, attempts, secondFactors }: EntranceParts): Entrance {
  const viewFor = (session: SessionControl, actor: Actor): Promise<SessionView> =>
    session.inRead(actor, (scope) => sessionView(scope, actor, views));

  const finish: Entrance['finish'] = async (session, account, shown) => {
    const login = await session.inRead(session.actor, async ({ db }) => (await accountById(db, account.id))?.login);
    if (login) await attempts.passed(session, login);
    return viewFor(session, await session.signIn(account, shown));
  };

  return {
    viewFor,
    finish,
    letIn: async (session, account, trusted = false) => {
      if (trusted || !(await secondFactors.isOn(session, account.id)))
        return finish(session, account, { secondFactor: trusted });
      await session.setHalfway({ kind: 'code', account });
      const visitor = nobody(session.actor.language);
      return { ...(await viewFor(session, visitor)), awaits: 'code' };
    },
  };
}
