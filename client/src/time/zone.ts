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

/** What people call a zone: "Madrid", "Омск". */
export function zoneName(zone: string, language: string, at: Date): string {
  const format = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'shortGeneric' });
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? zone;
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return /^(GMT|UTC)/.test(name) ? city : name;
}

export const zoneOfDevice = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
