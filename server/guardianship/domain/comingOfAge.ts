/** So many days before, both sides are told, and the student may say that a guardian stays. */
export const noticeDays = 30;

/** The lowest age at which a home school may have adults: nobody younger is looked at. */
export const lowestAge = 14;

const dayMs = 86_400_000;

/** The day on which somebody comes of age; those born on 29 February do so on 1 March of other years. */
export function comesOfAgeOn(bornOn: string, age: number): string {
  const [year = '', month = '', day = ''] = bornOn.split('-');
  const date = new Date(Date.UTC(Number(year) + age, Number(month) - 1, Number(day)));
  return date.toISOString().slice(0, 10);
}

export type Stage = 'minor' | 'soon' | 'adult';

/** Whether a student is of age on a day, or within the days of the notice. */
export function stageOf(
  bornOn: string,
  age: number,
  today: string,
): { readonly stage: Stage; readonly adultOn: string } {
  const adultOn = comesOfAgeOn(bornOn, age);
  if (adultOn <= today) return { stage: 'adult', adultOn };
  const days = (Date.parse(adultOn) - Date.parse(today)) / dayMs;
  return { stage: days <= noticeDays ? 'soon' : 'minor', adultOn };
}

/** Who was born after this day is a minor everywhere, for longer than the notice. */
export function lastBirthday(today: string): string {
  const date = new Date(Date.parse(today) + noticeDays * dayMs);
  date.setUTCFullYear(date.getUTCFullYear() - lowestAge);
  return date.toISOString().slice(0, 10);
}
