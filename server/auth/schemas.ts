import { z } from 'zod';
import { roles } from '../access/roles.ts';
import { languages } from '../host/language.ts';
import { Line, relations } from '../people/api.ts';
import { browsers, systems } from './domain/device.ts';
import { normalLogin } from './store/accounts.ts';

/** A login as somebody chooses it: an e-mail address or a name of letters and digits. */
const ChosenLogin = z
  .string()
  .trim()
  .min(3)
  .max(200)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}._@+-]*$/u)
  .transform(normalLogin);

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
  /** The password was right, a code of the second factor is still to come. */
  awaits: z.enum(['code']).nullable(),
  /** Signed in, but nothing is open before a second factor is set up. */
  heldBack: z.enum(['second-factor']).nullable(),
  /** The role whose pages an administrator looks at, without anybody's data. */
  viewAs: z.enum(roles).nullable(),
  /** Where else one may sign in. */
  provider: z.object({ label: z.string() }).nullable(),
});
export type SessionView = z.infer<typeof SessionView>;

/** A password as somebody chooses it. */
export const ChosenPassword = z.string().min(12).max(200);

export const ChangePassword = z.strictObject({ current: z.string().min(1).max(200), next: ChosenPassword });
export type ChangePassword = z.infer<typeof ChangePassword>;

/** A code of an app, or a recovery code. */
const Code = z.string().trim().min(6).max(30);
export const TypedCode = z.strictObject({ code: Code });
export type TypedCode = z.infer<typeof TypedCode>;

export const Verification = z.union([
  z.strictObject({ password: z.string().min(1).max(200) }),
  z.strictObject({ code: Code }),
]);
export type Verification = z.infer<typeof Verification>;

export const NewLogin = z.strictObject({ login: ChosenLogin });
export const ViewAs = z.strictObject({ role: z.enum(roles) });

export const OwnAccount = z.object({
  login: z.string(),
  secondFactor: z.object({ isOn: z.boolean(), isRequired: z.boolean(), recoveryCodesLeft: z.int() }),
  provider: z.object({ label: z.string(), isLinked: z.boolean() }).nullable(),
});
export type OwnAccount = z.infer<typeof OwnAccount>;

export const NewSecret = z.object({
  /** For those who type it, in groups of four. */
  secret: z.string(),
  /** For those who open it on the phone that has the app. */
  address: z.string(),
  /** Rows of a QR code of the address; `#` is dark. */
  qr: z.array(z.string()),
});
export type NewSecret = z.infer<typeof NewSecret>;

export const RecoveryCodes = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

export const SessionPath = z.strictObject({ sessionId: z.string().regex(/^[0-9a-f]{64}$/) });
export const SessionList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      device: z.object({ browser: z.enum(browsers), system: z.enum(systems) }),
      signedInAt: z.iso.datetime(),
      lastSeenAt: z.iso.datetime(),
      isThis: z.boolean(),
    }),
  ),
});
export type SessionList = z.infer<typeof SessionList>;

export const Verified = z.object({ verified: z.literal(true) });
export const Changed = z.object({ changed: z.literal(true) });

const TypedPaperCode = z.string().trim().min(8).max(60);
const purposes = ['invitation', 'family', 'reset'] as const;

export const HeldCode = z.strictObject({ code: TypedPaperCode });

export const CodeView = z.object({
  purpose: z.enum(purposes),
  /** Whom it lets in; of a family code, the child. */
  name: z.string(),
  /** Given names of the children whom a parent finds in the account. */
  children: z.array(z.string()),
  /** Of a code for a new password. */
  login: z.string().nullable(),
  suggestedLogin: z.string().nullable(),
  expiresAt: z.iso.datetime(),
  /** `join`: whoever is signed in here may add the children to the own account. */
  may: z.object({ join: z.boolean() }),
});
export type CodeView = z.infer<typeof CodeView>;

export const AcceptCode = z.strictObject({
  code: TypedPaperCode,
  login: ChosenLogin,
  password: ChosenPassword,
  /** Who the parent is; with a family code only. */
  family: z
    .strictObject({ givenName: Line, familyName: Line, relation: z.enum(relations), language: z.enum(languages) })
    .optional(),
});
export type AcceptCode = z.infer<typeof AcceptCode>;

export const ResetPassword = z.strictObject({ code: TypedPaperCode, password: ChosenPassword });
export type ResetPassword = z.infer<typeof ResetPassword>;

export const JoinByCode = z.strictObject({ code: TypedPaperCode, relation: z.enum(relations).optional() });
export type JoinByCode = z.infer<typeof JoinByCode>;

export const Joined = z.object({
  children: z.array(z.object({ id: z.uuid(), givenName: z.string(), name: z.string() })),
});
export type Joined = z.infer<typeof Joined>;

export const WantedCodes = z.strictObject({
  people: z
    .array(z.strictObject({ personId: z.uuid(), purpose: z.enum(purposes) }))
    .min(1)
    .max(300)
    .refine((list) => new Set(list.map(({ personId, purpose }) => `${personId} ${purpose}`)).size === list.length, {
      params: { code: 'repeated' },
    }),
});
export type WantedCodes = z.infer<typeof WantedCodes>;

export const IssuedCodes = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      personId: z.uuid(),
      purpose: z.enum(purposes),
      /** As it is printed; shown this once. */
      code: z.string(),
      /** What the QR code of a card holds, and its rows. */
      address: z.string(),
      qr: z.array(z.string()),
      expiresAt: z.iso.datetime(),
    }),
  ),
});
export type IssuedCodes = z.infer<typeof IssuedCodes>;

export const Sheet = z.strictObject({
  codeIds: z.array(z.uuid()).min(1).max(300),
  /** What stands above the cards, such as the group's name. */
  heading: z.string().trim().min(1).max(100),
});
export type Sheet = z.infer<typeof Sheet>;

export const SheetPath = z.strictObject({ sheetId: z.uuid() });

export const SheetView = z.object({
  id: z.uuid(),
  /** The job that draws it. */
  jobId: z.uuid().nullable(),
  heading: z.string(),
  cards: z.int(),
  /** Whether the file can be fetched. */
  isReady: z.boolean(),
});
export type SheetView = z.infer<typeof SheetView>;

export const SentInvitations = z.object({
  sent: z.int(),
  /** Names of those without an address. */
  withoutEmail: z.array(z.string()),
});
export type SentInvitations = z.infer<typeof SentInvitations>;

export const InvitedByMail = z.strictObject({
  personIds: z
    .array(z.uuid())
    .min(1)
    .max(300)
    .refine((ids) => new Set(ids).size === ids.length, { params: { code: 'repeated' } }),
});

export const Forgotten = z.strictObject({ login: z.string().trim().min(1).max(200) });
export const Asked = z.object({ asked: z.literal(true) });

export const StartedAtProvider = z.object({ url: z.string() });
export const ProviderStart = z.strictObject({ purpose: z.enum(['sign-in', 'link']) });
/** What the provider put behind the address to which it sent the browser back. */
export const ProviderReturn = z.strictObject({ query: z.string().min(1).max(4000) });
export const ProviderOutcome = z.object({ session: SessionView, linked: z.boolean() });
export type ProviderOutcome = z.infer<typeof ProviderOutcome>;

export const CodePath = z.strictObject({ codeId: z.uuid() });
export const PersonPath = z.strictObject({ personId: z.uuid() });
export const GroupPath = z.strictObject({ groupId: z.uuid() });
export const Lock = z.strictObject({ isLocked: z.boolean() });

export const AccountState = z.object({
  personId: z.uuid(),
  name: z.string(),
  kind: z.enum(['student', 'guardian', 'staff']),
  /** Of a guardian: whose. */
  children: z.array(z.string()),
  state: z.enum(['none', 'open', 'locked']),
  hasEmail: z.boolean(),
  hasSecondFactor: z.boolean(),
  codes: z.array(
    z.object({ id: z.uuid(), purpose: z.enum(purposes), expiresAt: z.iso.datetime(), isMailed: z.boolean() }),
  ),
  may: z.object({ letIn: z.boolean(), lock: z.boolean() }),
});
export type AccountState = z.infer<typeof AccountState>;
export const AccountStates = z.object({ items: z.array(AccountState) });
export type AccountStates = z.infer<typeof AccountStates>;

export const Revoked = z.object({ revoked: z.literal(true) });
