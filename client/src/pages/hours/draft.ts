import type { AvailabilityInput, AvailabilityView, HomeSchoolHoursInput } from '../../../../server/calendar/schemas.ts';

/** `online`: can be there; `busy`: taken by the home school. */
export type WindowKind = 'online' | 'busy';

export type DatedHours = AvailabilityInput['exceptions'][number];

interface WeeklyHours {
  readonly kind: WindowKind;
  /** 1 is Monday. */
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

/** Hours of every week that are being written; the key lives only on this page. */
export interface DraftWindow extends WeeklyHours {
  readonly key: number;
}

export interface Draft {
  readonly weekly: readonly DraftWindow[];
  readonly exceptions: readonly DatedHours[];
}

let lastKey = 0;

const keyed = (window: WeeklyHours): DraftWindow => {
  lastKey += 1;
  return { ...window, key: lastKey };
};

export const draftOf = ({ windows, homeSchoolHours, exceptions }: AvailabilityView): Draft => ({
  weekly: [
    ...windows.map((window) => keyed({ ...window, kind: 'online' })),
    ...homeSchoolHours.map((window) => keyed({ ...window, kind: 'busy' })),
  ],
  exceptions,
});

const hoursOf = ({ weekly }: Draft, wanted: WindowKind) =>
  weekly.filter(({ kind }) => kind === wanted).map(({ weekday, from, to }) => ({ weekday, from, to }));

/** What the person or its guardian says. */
export const availabilityOf = (draft: Draft): AvailabilityInput => ({
  windows: hoursOf(draft, 'online'),
  exceptions: [...draft.exceptions],
});

/** What the home school says. */
export const homeSchoolHoursOf = (draft: Draft): HomeSchoolHoursInput => ({ hours: hoursOf(draft, 'busy') });

export const windowsOn = (draft: Draft, kind: WindowKind, weekday: number): readonly DraftWindow[] =>
  draft.weekly.filter((window) => window.kind === kind && window.weekday === weekday);

const lastHour = '23:00';

const hourLater = (time: string): string => `${String(Number(time.slice(0, 2)) + 1).padStart(2, '0')}${time.slice(2)}`;

/** Adds hours after the last ones of the day, or the afternoon. */
export function withWindow(draft: Draft, kind: WindowKind, weekday: number): Draft {
  const last = windowsOn(draft, kind, weekday)
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  const from = last === undefined ? '15:00' : last < lastHour ? last : lastHour;
  const to = last === undefined ? '19:00' : from < lastHour ? hourLater(from) : '24:00';
  return { ...draft, weekly: [...draft.weekly, keyed({ kind, weekday, from, to })] };
}

export const withoutWindow = (draft: Draft, key: number): Draft => ({
  ...draft,
  weekly: draft.weekly.filter((window) => window.key !== key),
});

export const withTimes = (draft: Draft, key: number, times: { from?: string; to?: string }): Draft => ({
  ...draft,
  weekly: draft.weekly.map((window) => (window.key === key ? { ...window, ...times } : window)),
});

/** Gives the hours of one day to other days, in place of what they had. */
export function withDayCopied(draft: Draft, kind: WindowKind, weekday: number, onto: readonly number[]): Draft {
  const others = onto.filter((day) => day !== weekday);
  const kept = draft.weekly.filter((window) => window.kind !== kind || !others.includes(window.weekday));
  const copies = others.flatMap((day) =>
    windowsOn(draft, kind, weekday).map((window) => keyed({ ...window, weekday: day })),
  );
  return { ...draft, weekly: [...kept, ...copies] };
}

export const isBackward = ({ from, to }: { readonly from: string; readonly to: string }): boolean => from >= to;

/** Windows of one kind and day may not cover each other. */
export const isCovered = (draft: Draft, one: DraftWindow): boolean =>
  windowsOn(draft, one.kind, one.weekday).some(
    (other) => other.key !== one.key && other.from < one.to && one.from < other.to,
  );

export const isFit = (draft: Draft): boolean =>
  draft.weekly.every((window) => !isBackward(window) && !isCovered(draft, window));

/** The draft without one change, keeping what was written after it. */
export function withoutChange(current: Draft, before: Draft, after: Draft): Draft {
  const restored = <W>(now: readonly W[], was: readonly W[], became: readonly W[]): readonly W[] => [
    ...now.filter((one) => was.includes(one) || !became.includes(one)),
    ...was.filter((one) => !became.includes(one) && !now.includes(one)),
  ];
  return {
    weekly: restored(current.weekly, before.weekly, after.weekly),
    exceptions: restored(current.exceptions, before.exceptions, after.exceptions),
  };
}
