import type { Config } from '../config.ts';
import { isLanguage, type Language } from '../host/language.ts';
import type { ReadScope } from '../host/scope.ts';
import type { Texts } from '../host/texts.ts';
import type { PeopleApi } from '../people/api.ts';
import { composeMail } from './compose/composeMail.ts';
import { stopToken } from './compose/stopToken.ts';
import type { MailKind, MailValues, Recipient } from './kind.ts';
import { choicesOf } from './store/choices.ts';
import type { ClaimedMessage } from './store/messages.ts';
import { templateOf } from './templates.ts';
import type { Letter } from './transport.ts';

export interface LetterParts {
  readonly config: Pick<Config, 'publicUrl' | 'sessionSecret' | 'language'>;
  readonly people: PeopleApi;
  texts(): Texts;
  kind(id: string): MailKind<unknown> | undefined;
}

interface Reachable extends Recipient {
  readonly address: string;
}

/** Makes a stored mail into a letter, with what is known and allowed in this moment. */
export const letterOf =
  (parts: LetterParts) =>
  async (scope: ReadScope, message: ClaimedMessage): Promise<Letter | undefined> => {
    const kind = parts.kind(message.kind);
    const to = kind && (await recipientOf(scope, parts, message));
    if (!to || (kind.isNotice && (await hasStopped(scope, to)))) return undefined;
    const values = await valuesOf(scope, kind, to, message.dataJson);
    return (
      values && { ...compose(parts, kind, to, values), id: message.id, to: to.address, writtenAt: message.createdAt }
    );
  };

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

const hasStopped = async (scope: ReadScope, { personId }: Recipient): Promise<boolean> =>
  (await choicesOf(scope.db, [personId])).get(personId) === 'never';

async function valuesOf(
  scope: ReadScope,
  kind: MailKind<unknown>,
  to: Recipient,
  stored: unknown,
): Promise<MailValues | undefined> {
  const data = kind.data.parse(stored);
  return kind.valuesOf ? kind.valuesOf(scope, to, data) : plainValues(data);
}

/** `defineMail` asks for data that are values; here they come back from the database. */
function plainValues(data: unknown): MailValues {
  if (typeof data !== 'object' || data === null) throw new Error('The data of a mail are not values');
  return { ...data };
}

export function compose(
  { config, texts }: Pick<LetterParts, 'config' | 'texts'>,
  kind: MailKind<unknown>,
  { personId, language, zone }: Recipient,
  values: MailValues,
): Pick<Letter, 'subject' | 'text' | 'html' | 'stopUrl'> {
  const { publicUrl } = config;
  const stopUrl =
    kind.isNotice && personId ? `${publicUrl}/mail-stop?token=${stopToken(config.sessionSecret, personId)}` : undefined;
  const mail = composeMail({
    template: templateOf(kind.id, language),
    values,
    language,
    zone,
    publicUrl,
    footer: footerOf(texts(), language, publicUrl, stopUrl),
  });
  return { ...mail, ...(stopUrl ? { stopUrl } : {}) };
}

function footerOf(texts: Texts, language: Language, publicUrl: string, stopUrl: string | undefined): string {
  const say = (key: string) => texts.say(language, 'mail', `footer.${key}`) ?? '';
  const home = `[${publicUrl.replace(/^https?:\/\//, '')}](${publicUrl}/)`;
  const sender = `${say('sender')} ${home}. ${say('noAnswer')}`;
  return stopUrl ? `${sender}\n\n[${say('choose')}](/settings) · [${say('stop')}](${stopUrl})` : sender;
}
