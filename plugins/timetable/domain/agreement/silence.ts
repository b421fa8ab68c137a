/** What a home school wants its silence to mean: it agrees after so many days, or never. */
export interface Silence {
  readonly silenceDays: number | null;
}

/** Where a home school has not said otherwise. */
export const usualSilence: Silence = { silenceDays: 3 };

/** Days that a home school has at least whose silence never agrees. */
const usualDays = 3;

const dayMs = 86_400_000;

const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

export interface Asked {
  /** The last day on which it may answer. */
  readonly answerByOn: string;
  readonly isSilenceConsent: boolean;
}

/** Until when a home school may answer: the day that whoever asks has in mind, but never sooner than the school wants. */
export const askedAs = ({ silenceDays }: Silence, wishedOn: string, today: string): Asked => {
  const soonest = plusDays(today, silenceDays ?? usualDays);
  return { answerByOn: wishedOn > soonest ? wishedOn : soonest, isSilenceConsent: silenceDays !== null };
};
