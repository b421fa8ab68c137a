import { aboutNobody, goesWithPerson, type TablePrivacy } from '../host/privacy.ts';

const account = { table: 'auth_account', key: 'id', owner: 'person_id' } as const;

/** What the tables of this module hold about people. */
export const privacyOfAuth: readonly TablePrivacy[] = [
  goesWithPerson('auth_account', {
    of: ['person_id'],
    why: 'How somebody signs in.',
    told: 'login is_disabled created_at',
    untold: 'id person_id password_hash revision',
  }),
  aboutNobody(
    'auth_attempt',
    'Failures to sign in, under hashes of login and address; forgotten when they no longer count.',
    'key failures since_at succeeded_at',
  ),
  goesWithPerson('auth_code', {
    of: ['person_id'],
    why: 'Codes of invitations and resets, as hashes.',
    told: 'purpose made_at expires_at used_at revoked_at is_mailed',
    untold: 'id person_id code_hash made_by_id used_by_id',
  }),
  goesWithPerson('auth_sheet', {
    of: ['owner_id'],
    why: 'Sheets of cards on their way to a printer, sealed for whoever asked; gone after a day.',
    told: 'heading made_at',
    untold: 'id owner_id code_ids_json language zone job_id content_sealed',
  }),
  goesWithPerson('auth_identity', {
    of: [{ column: 'account_id', through: account }],
    why: 'The account at the school’s own sign-in.',
    told: 'issuer linked_at',
    untold: 'id account_id subject',
  }),
  goesWithPerson('auth_second_factor', {
    of: [{ column: 'account_id', through: account }],
    why: 'The second factor, sealed.',
    told: 'made_at confirmed_at',
    untold: 'account_id secret_sealed last_step',
  }),
  goesWithPerson('auth_recovery_code', {
    of: [{ column: 'account_id', through: account }],
    why: 'Codes for a lost second factor, as hashes.',
    told: 'used_at',
    untold: 'id account_id code_hash',
  }),
  goesWithPerson('auth_session', {
    of: [{ column: 'account_id', through: account }],
    why: 'Browsers in which somebody is signed in.',
    told: 'created_at last_seen_at expires_at',
    untold: 'id account_id data_json',
  }),
];
