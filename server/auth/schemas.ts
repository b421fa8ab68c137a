import { z } from 'zod';
import { roles } from '../access/roles.ts';
import { languages } from '../host/language.ts';

export const SignIn = z.strictObject({
  login: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(200),
});
export type SignIn = z.infer<typeof SignIn>;

export const SessionView = z.object({
  /** Null when nobody is signed in. */
  person: z
    .object({
      id: z.uuid(),
      givenName: z.string(),
      familyName: z.string(),
      language: z.enum(languages),
      zone: z.string(),
    })
    .nullable(),
  roles: z.array(z.object({ role: z.enum(roles), scopeKind: z.string(), scopeId: z.string().nullable() })),
  permissions: z.array(z.string()),
  plugins: z.array(z.string()),
  mode: z.enum(['production', 'development', 'demo', 'test']),
  /** The language for a visitor of whom nothing is known. */
  language: z.enum(languages),
});
export type SessionView = z.infer<typeof SessionView>;

export const ChangePassword = z.strictObject({
  current: z.string().min(1).max(200),
  next: z.string().min(12).max(200),
});
export type ChangePassword = z.infer<typeof ChangePassword>;
