import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import session, { type SessionData } from 'express-session';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { type Actor, nobody } from '../access/actor.ts';
import { type GrantSource, loadActors } from '../access/loadActor.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { isLanguage, languages } from '../host/language.ts';
import type { Scopes } from '../host/scopes.ts';
import type { Account, SessionControl } from '../host/session.ts';
import { type ActorOfSession, sessionControl } from './sessionControl.ts';
import { cookieName, sessionIdOf, sidOf } from './sessionCookie.ts';
import { DatabaseSessions } from './sessionStore.ts';
import { createPassport } from './strategies.ts';

export interface SignedInParts {
  readonly config: Config;
  readonly database: Database;
  readonly clock: () => Date;
  readonly scopes: Scopes;
  readonly grantSources: readonly GrantSource[];
  readonly log: Pick<Logger, 'error'>;
  /** Tells every process that a session is over. */
  sessionEnded(sessionId: string): void;
}

/** From a request or a socket's handshake to the actor, and the session's own acts. */
export interface SignedIn {
  /** Finds the session of every request; only reads. */
  readonly findSession: RequestHandler;
  /** What those routes need that begin, change and end a session. */
  readonly sessionMiddleware: readonly RequestHandler[];
  /** Names whoever is signed in, by the person: many sessions are no way around a limit. */
  visitorOf(req: Request): string | undefined;
  actorOf(req: Request): Promise<Actor>;
  /** Who is behind these sockets now: session, account and rights are read afresh, with a few questions for all of them. */
  actorsOfHandshakes(requests: readonly IncomingMessage[], db?: Knex): Promise<readonly (Actor | undefined)[]>;
  sessionOf(req: Request, actor: Actor): SessionControl;
  hasJustProven(actor: Actor): boolean;
}

export function createSignedIn(parts: SignedInParts): SignedIn {
  const { config, database, clock, grantSources } = parts;
  const secure = config.mode === 'production';
  const name = cookieName(secure);
  const store = new DatabaseSessions(database, clock);
  const passport = createPassport(database);

  const proofOf = ({ verifiedAt, secondFactor }: Partial<SessionData>) => ({
    isRecent: clock().getTime() - new Date(verifiedAt ?? 0).getTime() < config.signIn.stepUpMinutes * 60_000,
    secondFactor: secondFactor === true,
  });
  const visitOf = (account: Account, sessionId: string, data: Partial<SessionData>) => ({
    ...{ account, sessionId, proof: proofOf(data) },
    viewAs: data.viewAs,
  });

  const actorsFor = (visits: Parameters<typeof loadActors>[1], db = database.reader) =>
    loadActors(
      {
        db,
        now: clock(),
        sources: grantSources,
        secondFactorRoles: config.signIn.secondFactorRoles,
      },
      visits,
    );

  const actorFor: ActorOfSession = async (account, sid, data) => {
    const [actor] = await actorsFor([visitOf(account, sessionIdOf(sid), data)]);
    return actor;
  };

  /** A socket's cookie stays what it was, and so does what it says; whether that session lives is read each time. */
  const handshakes = new WeakMap<IncomingMessage, string | undefined>();
  function sessionOfHandshake(request: IncomingMessage): string | undefined {
    if (handshakes.has(request)) return handshakes.get(request);
    const sid = sidOf(request, name, config.sessionSecret);
    const sessionId = sid && sessionIdOf(sid);
    handshakes.set(request, sessionId);
    return sessionId;
  }

  async function actorsOfHandshakes(requests: readonly IncomingMessage[], db = database.reader) {
    const sessionIds = requests.map(sessionOfHandshake);
    const living = await store.findAll([...new Set(sessionIds.filter((id) => id !== undefined))], db);
    const visits = new Map(
      [...living].flatMap(([id, data]) => {
        const account: Account | undefined = data.passport?.user;
        return account ? [[id, visitOf(account, id, data)] as const] : [];
      }),
    );
    const actors = await actorsFor([...visits.values()], db);
    const actorOfSession = new Map([...visits.keys()].map((id, nth) => [id, actors[nth]]));
    return sessionIds.map((id) => {
      const actor = id === undefined ? undefined : actorOfSession.get(id);
      // Whoever may not read yet, or reads from an empty school, is told of nothing.
      return actor?.heldBack || actor?.viewAs ? undefined : actor;
    });
  }

  const accountOf = ({ visit }: Request): Account | undefined => visit?.data.passport?.user;

  async function actorOf(req: Request): Promise<Actor> {
    const { visit } = req;
    const account = accountOf(req);
    const actor = visit && account && (await actorFor(account, visit.sid, visit.data));
    const visitor = nobody(languageOf(req, config.language));
    req.language = (actor ?? visitor).language;
    return actor ?? visitor;
  }

  return {
    findSession: async (req, _res, next) => {
      const sid = sidOf(req, name, config.sessionSecret);
      const data = sid && (await store.find(sid));
      if (data) {
        req.visit = { sid, data };
        await store.keepAlive(sid, data);
      }
      next();
    },
    visitorOf: (req) => accountOf(req)?.personId,
    // Most requests only read who is there, which costs express-session and passport several times as much.
    sessionMiddleware: [
      ...(secure ? [tellingOfMissingTls(parts.log)] : []),
      session({
        name,
        store,
        secret: config.sessionSecret,
        resave: false,
        saveUninitialized: false,
        cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: 14 * 86_400_000 },
      }),
      passport.initialize(),
      passport.session(),
    ],
    actorOf,
    actorsOfHandshakes,
    sessionOf: (req, actor) =>
      sessionControl({ ...parts, passport, actorFor, req, actor, address: ipKeyGenerator(req.ip ?? '') }),
    hasJustProven: ({ proof }) => proof?.isRecent === true,
  };
}

/** Without TLS the cookie does not leave, and whoever signs in is nobody again at once: that is said once, to whoever runs the server. */
function tellingOfMissingTls(log: SignedInParts['log']): RequestHandler {
  let isTold = false;
  return (req, _res, next) => {
    if (!req.secure && !isTold)
      log.error(
        'Nobody can sign in: requests come without TLS. Set TRUST_PROXY to how many proxies stand before the server',
      );
    isTold ||= !req.secure;
    next();
  };
}

const languageOf = (req: Request, fallback: Config['language']): Config['language'] => {
  const asked = req.headers['accept-language'] ? req.acceptsLanguages([...languages]) : false;
  return isLanguage(asked) ? asked : fallback;
};
