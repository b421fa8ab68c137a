import type { Request } from 'express';
import type { SessionData } from 'express-session';
import type passport from 'passport';
import type { Actor } from '../access/actor.ts';
import type { Scopes } from '../host/scopes.ts';
import type { Account, Halfway, SessionControl } from '../host/session.ts';
import { Problem } from '../http/problem.ts';
import { signInNeeded } from '../http/problems.ts';
import { deviceOf } from './domain/device.ts';
import { halfwayMs } from './sessionStore.ts';

/** Who a session's account is now, with what the session has shown. */
export type ActorOfSession = (account: Account, sid: string, data: Partial<SessionData>) => Promise<Actor | undefined>;

export interface ControlParts {
  readonly passport: passport.Authenticator;
  readonly actorFor: ActorOfSession;
  readonly req: Request;
  readonly actor: Actor;
  readonly address: string;
  readonly scopes: Scopes;
  readonly clock: () => Date;
  sessionEnded(sessionId: string): void;
}

/** What a session route may do with the session of its request. */
export function sessionControl(parts: ControlParts): SessionControl {
  const { req, actor, clock, scopes } = parts;
  const present = async (account: Account | undefined): Promise<Actor> => {
    const fresh = account && (await parts.actorFor(account, req.sessionID, req.session));
    if (!fresh) throw new Problem(signInNeeded);
    return fresh;
  };
  const change = async (change: Partial<SessionData>): Promise<void> => {
    Object.assign(req.session, change);
    await done((tell) => req.session.save(tell));
  };
  return {
    actor,
    address: parts.address,
    now: clock(),
    authenticate: (strategy) => authenticateWith(parts.passport, strategy, req),
    signIn: async ({ id, personId }, shown) => {
      const verifiedAt = clock().toISOString();
      const device = deviceOf(req.get('user-agent'));
      const fresh = { device, verifiedAt, secondFactor: shown?.secondFactor === true };
      await done((tell) => req.logIn({ id, personId, fresh }, tell));
      return present({ id, personId });
    },
    verified: async (shown) => {
      const secondFactor = shown?.secondFactor === true || req.session.secondFactor === true;
      await change({ verifiedAt: clock().toISOString(), secondFactor });
      return present(req.user);
    },
    halfway: halfwayOf(req.session.halfway, clock()),
    setHalfway: async (halfway) => {
      delete req.session.halfway;
      const until = new Date(clock().getTime() + halfwayMs).toISOString();
      await change(halfway ? { halfway: { ...halfway, until } } : {});
    },
    viewAs: async (role) => {
      delete req.session.viewAs;
      await change(role ? { viewAs: role } : {});
      return present(req.user);
    },
    signOut: async () => {
      await done((tell) => req.logOut(tell));
      await done((tell) => req.session.destroy(tell));
      parts.sessionEnded(actor.sessionId);
    },
    inRead: scopes.inRead,
    inWrite: scopes.inWrite,
  };
}

const halfwayOf = (halfway: Halfway | undefined, now: Date): Halfway | undefined =>
  halfway && new Date(halfway.until) > now ? halfway : undefined;

const done = (start: (tell: (reason?: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => start((reason) => (reason ? reject(reason) : resolve())));

function authenticateWith(
  passport: passport.Authenticator,
  strategy: string,
  req: Request,
): Promise<Account | undefined> {
  return new Promise((resolve, reject) => {
    const answer = (reason: unknown, account?: Account | false | null) =>
      reason ? reject(reason) : resolve(account || undefined);
    passport.authenticate(strategy, answer)(req, req.res, reject);
  });
}
