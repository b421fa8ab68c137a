import type { Config } from '../config.ts';
import { isLanguage, type Language } from '../host/language.ts';
import type { ReadScope } from '../host/scope.ts';
import type { Texts } from '../host/texts.ts';
import type { JobContext } from '../jobs/job.ts';
import type { PeopleApi } from '../people/api.ts';
import { composeMail } from './compose/composeMail.ts';
import type { MailExtras, MailKind, MailValues, Recipient } from './kind.ts';
import type { ClaimedMessage } from './store/messages.ts';
import { templateOf } from './templates.ts';
import type { Letter } from './transport.ts';

export interface LetterParts {
  readonly config: Pick<Config, 'publicUrl' | 'language'>;
  readonly people: PeopleApi;
  texts(): Texts;
  kind(id: string): MailKind<unknown> | undefined;
  /** The address to which answers are written; undefined where this installation takes none. */
  replyAddressOf(context: Connections, personId: string, reply: Reply): Promise<string | undefined>;
  /** Where word comes back when the mail cannot be delivered. */
  bounceAddressOf(mailId: string): string | undefined;
}

type Connections = Pick<JobContext, 'read' | 'write'>;
type Reply = NonNullable<MailExtras['reply']>;

interface Reachable extends Recipient {
  readonly address: string;
}

/** What becomes of a mail in this moment: a letter, a wait, or nothing because it must not or cannot be sent any more. */
export type Ready = { readonly letter: Letter } | { readonly waitUntil: Date } | undefined;

/** Makes a stored mail into a letter, with what is known and allowed in this moment. */
export const letterOf =
  (parts: LetterParts) =>
  async (context: Connections, message: ClaimedMessage): Promise<Ready> => {
    const decided = await context.read((scope) => decide(scope, parts, message));
    if (!decided || 'waitUntil' in decided) return decided;
    return { letter: await writtenLetter(context, parts, message, decided) };
  };

async function decide(
  scope: ReadScope,
  parts: LetterParts,
  message: ClaimedMessage,
): Promise<Written | { readonly waitUntil: Date } | undefined> {
  const kind = parts.kind(message.kind);
  const to = kind && (await recipientOf(scope, parts, message));
  if (!to) return undefined;
  const data = kind.data.parse(message.dataJson);
  const extras = (await kind.extrasOf?.(scope, to, data)) ?? {};
  if (extras.waitUntil) return { waitUntil: extras.waitUntil };
  const values = kind.valuesOf ? await kind.valuesOf(scope, to, data) : plainValues(data);
  return values && { kind, to, values, extras };
}

interface Written {
  readonly kind: MailKind<unknown>;
  readonly to: Reachable;
  readonly values: MailValues;
  readonly extras: MailExtras;
}

async function writtenLetter(
  context: Connections,
  parts: LetterParts,
  { id, createdAt }: ClaimedMessage,
  { kind, to, values, extras }: Written,
): Promise<Letter> {
  const { stopUrl, reply } = extras;
  const replyTo = reply && (await parts.replyAddressOf(context, to.personId, reply));
  const bounceTo = parts.bounceAddressOf(id);
  return {
    ...compose(parts, kind, to, values, { ...extras, isAnswered: replyTo !== undefined }),
    id,
    to: to.address,
    writtenAt: createdAt,
    ...(stopUrl ? { stopUrl } : {}),
    ...(replyTo ? { replyTo } : {}),
    ...(bounceTo ? { bounceTo } : {}),
  };
}

/** Somebody who left, or has no address any more, gets nothing. */
async function recipientOf(
  scope: ReadScope,
  { people, config }: LetterParts,
  { personId, address, language }: ClaimedMessage,
): Promise<Reachable | undefined> {
  if (personId === null)
    return address === null
      ? undefined
      : { personId: '', address, language: isLanguage(language) ? language : config.language, zone: 'UTC' };
  const [card] = await people.peopleByIds(scope.db, [personId]);
  const [contact] = await people.contactsByIds(scope.db, [personId]);
  return card?.isActive && contact?.email
    ? { personId, address: contact.email, language: card.language, zone: card.zone }
    : undefined;
}

/** `defineMail` asks for data that are values; here they come back from the database. */
function plainValues(data: unknown): MailValues {
  if (typeof data !== 'object' || data === null) throw new Error('The data of a mail are not values');
  return { ...data };
}

interface Around extends Pick<MailExtras, 'footer'> {
  /** Whether answers are read. */
  readonly isAnswered?: boolean;
}

export function compose(
  { config, texts }: Pick<LetterParts, 'config' | 'texts'>,
  kind: MailKind<unknown>,
  { language, zone }: Recipient,
  values: MailValues,
  around: Around = {},
): Pick<Letter, 'subject' | 'text' | 'html'> {
  const { publicUrl } = config;
  return composeMail({
    template: templateOf(kind.id, language),
    values,
    language,
    zone,
    publicUrl,
    footer: footerOf(texts(), language, publicUrl, around),
  });
}

function footerOf(texts: Texts, language: Language, publicUrl: string, { footer, isAnswered }: Around): string {
  const say = (key: string) => texts.say(language, 'mail', `footer.${key}`) ?? '';
  const home = `[${publicUrl.replace(/^https?:\/\//, '')}](${publicUrl}/)`;
  const sender = `${say('sender')} ${home}. ${say(isAnswered ? 'answer' : 'noAnswer')}`;
  return footer ? `${sender}\n\n${footer}` : sender;
}
