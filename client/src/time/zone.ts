/** Minutes that a zone is ahead of UTC at a moment. */
export function offsetMinutes(zone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name) ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -size : size;
}

export const sameClock = (one: string, other: string, at: Date): boolean =>
  one === other || offsetMinutes(one, at) === offsetMinutes(other, at);

/** The city that gives a zone its name; browsers know too few of them in other languages. */
export const cityOf = (zone: string): string => zone.split('/').at(-1) ?? zone;

export const zoneOfDevice = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
