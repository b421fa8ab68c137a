import { type ChannelEdit, messengers, plain } from '../../contacts/api.ts';
import { keyOf } from '../domain/records.ts';

export type Address = Pick<ChannelEdit, 'kind' | 'service' | 'value'>;

/** An address by what files call its way: `email`, `phone`, or the messenger. */
export function addressOf(way: string, value: string): Address {
  const service = messengers.find((one) => one === way) ?? null;
  if (service) return { kind: 'messenger', service, value };
  return { kind: way === 'phone' ? 'phone' : 'email', service: null, value };
}

/** Two ways to write the same address have the same key. */
export const channelKey = (person: string, { kind, service, value }: Address): string =>
  keyOf(person, service ?? kind, plain({ kind, value }).replaceAll('|', ' '));
