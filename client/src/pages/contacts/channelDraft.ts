import type { Channel } from '../../api/contacts.ts';

type Wanted = Omit<Channel, 'dials' | 'wrong'>;

/** A channel while it is edited: texts as they are typed, and a key that stays while the order changes. */
export interface ChannelDraft {
  readonly key: number;
  /** `email`, `phone`, or the messenger's own name. */
  readonly way: string;
  readonly value: string;
  readonly purpose: Wanted['purpose'];
  readonly from: string;
  readonly to: string;
  readonly note: string;
  readonly isPublic: boolean;
}

export const services = ['telegram', 'whatsapp', 'max', 'vk', 'viber', 'signal', 'other'] as const;
export const ways: readonly string[] = ['phone', 'email', ...services];
export const purposes = ['any', 'urgent', 'study', 'papers'] as const;

export const draftOf = (channel: Channel, key: number): ChannelDraft => ({
  key,
  way: channel.service ?? channel.kind,
  value: channel.value,
  purpose: channel.purpose,
  from: channel.bestHours?.from ?? '',
  to: channel.bestHours?.to ?? '',
  note: channel.note ?? '',
  isPublic: channel.isPublic,
});

export const newDraft = (key: number, way = 'phone'): ChannelDraft => ({
  ...{ key, way, value: '', purpose: 'any', from: '', to: '', note: '', isPublic: false },
});

/** What is sent; nothing for a line that was left empty. */
export function wantedOf({ way, value, purpose, from, to, note, isPublic }: ChannelDraft): Wanted | undefined {
  if (!value.trim()) return undefined;
  const service = services.find((one) => one === way) ?? null;
  const kind = service ? 'messenger' : way === 'email' ? 'email' : 'phone';
  const bestHours = from && to ? { from, to } : null;
  return { kind, service, value: value.trim(), purpose, bestHours, note: note.trim() || null, isPublic };
}

/** The list with one line moved by one place. */
export function moved(list: readonly ChannelDraft[], at: number, by: 1 | -1): readonly ChannelDraft[] {
  const [one, other] = [list[at], list[at + by]];
  return one && other ? list.with(at, other).with(at + by, one) : list;
}
