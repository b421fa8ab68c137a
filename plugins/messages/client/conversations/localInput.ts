const two = (value: number): string => String(value).padStart(2, '0');

/** An instant as a field of date and time wants it, by this device's clock. */
export const localInput = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;

/** The next morning at eight, by this device's clock. */
export function nextMorning(now: Date): Date {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate(), 8);
  return today > now ? today : new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 8);
}
