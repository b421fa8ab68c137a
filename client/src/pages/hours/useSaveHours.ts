import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { AvailabilityView } from '../../../../server/calendar/schemas.ts';
import { availabilityQuery, saveAvailability, saveHomeSchoolHours } from '../../api/availability.ts';
import { availabilityOf, type Draft, homeSchoolHoursOf } from './draft.ts';

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Saves what has changed since the last save: one's own hours, those of the home school, or both in turn. */
export function useSaveHours(availability: AvailabilityView, loaded: Draft): (draft: Draft) => Promise<void> {
  const client = useQueryClient();
  const last = useRef({ draft: loaded, revision: availability.revision });
  const { personId } = availability;
  const keep = (saved: AvailabilityView) => {
    last.current = { ...last.current, revision: saved.revision };
    client.setQueryData(availabilityQuery(personId).queryKey, saved);
  };
  return async (draft) => {
    const was = last.current.draft;
    const own = availabilityOf(draft);
    const homeSchool = homeSchoolHoursOf(draft);
    if (!same(own, availabilityOf(was))) keep(await saveAvailability(personId, own, last.current.revision));
    if (!same(homeSchool, homeSchoolHoursOf(was)))
      keep(await saveHomeSchoolHours(personId, homeSchool, last.current.revision));
    last.current = { ...last.current, draft };
  };
}
