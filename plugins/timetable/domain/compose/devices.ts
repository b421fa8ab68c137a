import type { Cohort } from './cohorts.ts';
import type { ComposeFacts } from './facts.ts';

/** A device for several siblings, and the courses of the draft for which one of them needs it. */
export interface SharedDevice {
  readonly id: string;
  readonly personIds: readonly string[];
  readonly courseIds: ReadonlySet<string>;
}

/**
 * Devices that lessons of the draft compete for. Siblings in one lesson sit at it together; siblings who share all their
 * lessons are one cohort already.
 */
export function sharedDevices(
  { courses, people }: Pick<ComposeFacts, 'courses' | 'people'>,
  cohorts: readonly Cohort[],
): readonly SharedDevice[] {
  const devices = new Map<string, { readonly personIds: readonly string[]; readonly courseIds: Set<string> }>();
  for (const course of courses)
    for (const studentId of course.studentIds) {
      const siblings = people.get(studentId)?.sharesDeviceWith ?? [];
      if (siblings.length === 0) continue;
      const personIds = [studentId, ...siblings].sort();
      const id = `device:${personIds[0]}`;
      const device = devices.get(id) ?? { personIds, courseIds: new Set() };
      device.courseIds.add(course.id);
      devices.set(id, device);
    }
  return [...devices]
    .filter(([, { courseIds }]) => !cohorts.some((cohort) => [...courseIds].every((id) => cohort.courseIds.has(id))))
    .map(([id, device]) => ({ id, ...device }));
}
