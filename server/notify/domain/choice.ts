import type { NoticeArea } from './area.ts';

/** When notices come by mail. */
export const mailRules = ['soon', 'daily', 'weekly', 'never'] as const;
export type MailRule = (typeof mailRules)[number];

/** How somebody hears of one area, beside the list in the product, which has everything. */
export interface Channels {
  readonly mail: MailRule;
  /** Shown on the person's devices at once; only where they have allowed it. */
  readonly isPushed: boolean;
}

export type Choices = ReadonlyMap<NoticeArea, Channels>;

/** Of those who have not chosen. */
export const usualChannels: Channels = { mail: 'soon', isPushed: true };

/** When digests go out, by the person's own clock; the weekday is that of weekly ones. */
export interface DigestTime {
  readonly time: string;
  readonly weekday: number;
}

export const usualDigest: DigestTime = { time: '07:00', weekday: 1 };
