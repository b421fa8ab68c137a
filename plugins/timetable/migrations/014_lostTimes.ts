import type { Migration } from '../../../server/host/plugin.ts';
import { createSteps, firstStepKinds, stepColumns } from './rescheduleSteps.ts';
import { bringBack, setAside } from './setAside.ts';

const steps = 'timetable_reschedule_step';

/** A time that was proposed can be lost to what was published or moved meanwhile. */
export const lostTimes: Migration = {
  name: '014_lostTimes',
  async up(db, dialect) {
    await setAside(db, steps);
    await createSteps(db, dialect, [...firstStepKinds, 'lost']);
    await bringBack(db, steps, `${stepColumns}, what`);
  },
  async down(db, dialect) {
    await setAside(db, steps);
    await createSteps(db, dialect, firstStepKinds);
    const what = "case what when 'lost' then 'lapsed' else what end";
    await bringBack(db, steps, `${stepColumns}, what`, `${stepColumns}, ${what}`);
  },
};
