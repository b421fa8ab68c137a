import { isSameTelephone, telephoneKey } from '../../host/telephone.ts';

/** Ways to reach a person. */
export const channelKinds = ['email', 'phone', 'messenger'] as const;
export type ChannelKind = (typeof channelKinds)[number];

export const messengers = ['telegram', 'whatsapp', 'max', 'vk', 'viber', 'signal', 'other'] as const;
export type Messenger = (typeof messengers)[number];

/** How many ways to reach one person there may be. */
export const mostChannels = 12;

/** What a channel is to be used for. */
export const purposes = ['any', 'urgent', 'study', 'papers'] as const;
export type Purpose = (typeof purposes)[number];

/** Why a channel is known not to work. */
export const faults = ['bounced', 'wrong'] as const;
export type Fault = (typeof faults)[number];

/** What makes a channel the same one; of messengers the service belongs to it. */
export interface Address {
  readonly kind: ChannelKind;
  readonly service: Messenger | null;
  readonly value: string;
}

export interface Hours {
  readonly from: string;
  readonly to: string;
}

export interface Wrong {
  readonly fault: Fault;
  readonly note: string | null;
  readonly since: Date;
}

/** One way to reach a person, as it is shown: in the order in which they want to be reached. */
export interface Channel extends Address {
  readonly purpose: Purpose;
  /** Wall times of the person's own zone. */
  readonly bestHours: Hours | null;
  readonly note: string | null;
  /** Of staff: families of their groups and courses may see it. */
  readonly isPublic: boolean;
  readonly wrong: Wrong | null;
}

/** A channel as it is stored: `isMain` is the e-mail or telephone that stands in the person's own record. */
export interface StoredChannel extends Channel {
  readonly isMain: boolean;
}

/** The e-mail and the telephone of a person's own record, which imports and mail use. */
export interface MainAddresses {
  readonly email: string | null;
  readonly phone: string | null;
}

/** An address without what people write differently. */
export const plain = ({ kind, value }: Pick<Address, 'kind' | 'value'>): string =>
  kind === 'phone' ? telephoneKey(value) : value.trim().toLowerCase();

/** Whether two ways to write an address of a person mean the same. */
export const isSame = (one: Address, other: Address): boolean => {
  if (one.kind !== other.kind || one.service !== other.service) return false;
  return one.kind === 'phone' ? isSameTelephone(one.value, other.value) : plain(one) === plain(other);
};

/** A channel of which nothing but the address is known. */
const bare = (kind: 'email' | 'phone', value: string): Channel => ({
  kind,
  value,
  service: null,
  purpose: 'any',
  bestHours: null,
  note: null,
  isPublic: false,
  wrong: null,
});

/**
 * The channels of a person: what was stored, brought up to date by the person's own record, which an import or
 * the office may have changed since. What was said of the main address holds for its successor, but for its faults.
 */
export function channelsOf(stored: readonly StoredChannel[], main: MainAddresses): readonly Channel[] {
  const shown: Channel[] = [];
  const add = (channel: Channel): void => {
    if (!shown.some((other) => isSame(other, channel))) shown.push(channel);
  };
  for (const { isMain, ...channel } of stored) {
    const value = isMain && channel.kind !== 'messenger' ? main[channel.kind] : channel.value;
    if (value !== null) add(isSame(channel, { ...channel, value }) ? channel : { ...channel, value, wrong: null });
  }
  for (const kind of ['email', 'phone'] as const) {
    const value = main[kind];
    if (value !== null) add(bare(kind, value));
  }
  return shown;
}

/** Which e-mail and telephone stand in the person's own record: the first that works, else the first. */
export function mainOf(channels: readonly Channel[]): MainAddresses {
  const first = (kind: ChannelKind): string | null => {
    const all = channels.filter((channel) => channel.kind === kind);
    return (all.find(({ wrong }) => wrong === null) ?? all[0])?.value ?? null;
  };
  return { email: first('email'), phone: first('phone') };
}

/** Channels as they are stored, with the mark of those that stand in the person's own record. */
export function withMains(channels: readonly Channel[]): readonly StoredChannel[] {
  const main = mainOf(channels);
  return channels.map((channel) => ({
    ...channel,
    isMain: channel.kind !== 'messenger' && channel.value === main[channel.kind],
  }));
}

/** New channels in the place of old ones: a fault stays with the address that has it. */
export const withFaults = (wanted: readonly Omit<Channel, 'wrong'>[], before: readonly Channel[]): readonly Channel[] =>
  wanted.map((channel) => ({ ...channel, wrong: before.find((old) => isSame(old, channel))?.wrong ?? null }));
