import { useSearchParams } from 'react-router';
import { dayOf, mondayOf } from '../../../../client/src/time/days.ts';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** Week, person, group and opened lesson stand in the address, so that notices can link to them. */
export function useWeekAddress() {
  const [search, setSearch] = useSearchParams();
  const today = dayOf(useNow(), useTimes().zone);
  const from = search.get('from') ?? '';
  const set = (values: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(values)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  return {
    monday: mondayOf(isDay.test(from) ? from : today),
    goTo: (monday: string) => set({ from: monday === mondayOf(today) ? '' : monday }),
    personId: search.get('person') ?? '',
    groupId: search.get('group') ?? '',
    show: (whose: { readonly person?: string; readonly group?: string }) =>
      set({ person: whose.person ?? '', group: whose.group ?? '', lesson: '' }),
    lessonId: search.get('lesson') ?? '',
    openLesson: (lesson: string) => set({ lesson }),
  };
}
