/** The Monday before a Monday. */
export function weekBefore(monday: string): string {
  const day = new Date(`${monday}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 7);
  return day.toISOString().slice(0, 10);
}
