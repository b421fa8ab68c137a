import type { Recipient } from '../../mail/api.ts';
import type { NotifyParts } from '../parts.ts';

/** A text of this module in the receiver's language. */
export const say = (
  { installation }: Pick<NotifyParts, 'installation'>,
  { language }: Pick<Recipient, 'language'>,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string => installation().texts.say(language, 'notify', key, values) ?? '';
