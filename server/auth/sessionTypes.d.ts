import type { SessionData } from 'express-session';
import type { Role } from '../access/roles.ts';
import type { Account, Halfway } from '../host/session.ts';
import type { Device } from './domain/device.ts';

declare module 'express-session' {
  interface SessionData {
    /** What passport keeps: whose session it is. */
    passport?: { user?: Account };
    /** Until when the stored row lives, as an ISO instant; only of a session that was read from the store. */
    keptUntil?: string;
    /** When the row was last written, as an ISO instant. */
    seenAt?: string;
    device?: Device;
    /** When a password, a code or the provider was last asked for, as an ISO instant. */
    verifiedAt?: string;
    secondFactor?: boolean;
    viewAs?: Role;
    halfway?: Halfway;
  }
}

declare global {
  namespace Express {
    interface Request {
      /** The living session of the request's cookie; also one in which signing in has only begun. */
      visit?: { readonly sid: string; readonly data: SessionData };
    }
    interface User extends Account {
      /** What a session that is about to begin holds from its first moment. */
      readonly fresh?: Partial<SessionData>;
    }
  }
}
