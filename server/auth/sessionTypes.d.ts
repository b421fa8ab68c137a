import 'express-session';
import type { Account } from '../host/session.ts';

declare module 'express-session' {
  interface SessionData {
    /** What passport keeps: whose session it is. */
    passport?: { user?: Account };
    /** Until when the stored row lives, as an ISO instant. */
    keptUntil?: string;
  }
}

declare global {
  namespace Express {
    interface User extends Account {}
  }
}
