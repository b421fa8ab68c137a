/** Hours of every week, on the person's own clock. */
export interface Window {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

const textOf = ({ weekday, from, to }: Window): string => `${weekday} ${from}-${to}`;

/** Windows as one line of text, in order, so that they can be compared and shown: `1 09:00-12:00; 2 ...`. */
export const windowsText = (windows: readonly Window[]): string => windows.map(textOf).toSorted().join('; ');

/** Reads what `windowsText` wrote. */
export const windowsOfText = (text: string): Window[] =>
  text.split('; ').flatMap((part) => {
    const [, weekday, from, to] = /^(\d) (\d\d:\d\d)-(\d\d:\d\d)$/.exec(part) ?? [];
    return weekday && from && to ? [{ weekday: Number(weekday), from, to }] : [];
  });
