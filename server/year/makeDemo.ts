import type { DemoContext } from '../host/demo.ts';
import { dayOf } from '../people/api.ts';
import { YearChoicesInput } from '../school/api.ts';
import { setLeaversPolicy } from './commands/closeLeavers.ts';
import { planYear } from './commands/plans.ts';
import type { YearParts } from './parts.ts';

/** The next school year is prepared for its first of September. */
export async function makeDemo(parts: YearParts, { read, write, report }: DemoContext): Promise<void> {
  report('The next school year, planned ahead');
  const choices = await read(async ({ now }) => YearChoicesInput.parse({ beginsOn: nextSeptember(dayOf(now)) }));
  const { fingerprint } = await read((scope) => parts.school.yearPlan(scope, choices));
  await write(async (scope) => {
    await setLeaversPolicy(scope, parts, 0, { closeAfterDays: 60 });
    await planYear(scope, parts, { ...choices, fingerprint });
  });
}

const nextSeptember = (today: string): string => {
  const year = Number(today.slice(0, 4));
  return today < `${year}-08-01` ? `${year}-09-01` : `${year + 1}-09-01`;
};
