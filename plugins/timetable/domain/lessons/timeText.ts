/** An instant as a person reads it: `lun, 7 sept, 09:00`, on the person's own clock. */
export const timeText = (at: Date, language: string, zone: string): string =>
  new Intl.DateTimeFormat(language, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
