import { useSearchParams } from 'react-router';
import { dayOf, mondayOf } from '../../../../client/src/time/days.ts';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { Period } from '../api/homeSchools.ts';

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** The days that are looked at stand in the address, so that notices can link to them; this week without. */
export function usePeriod(): readonly [Period, (over: Partial<Period>) => void] {
  const [search, setSearch] = useSearchParams();
  const today = dayOf(useNow(), useTimes().zone);
  const from = search.get('from') ?? '';
  const days = Number(search.get('days'));
  const period: Period = {
    from: isDay.test(from) ? from : mondayOf(today),
    days: days >= 1 && days <= 125 ? Math.trunc(days) : 7,
    which: search.get('which') === 'changed' ? 'changed' : 'all',
  };
  const change = (over: Partial<Period>) => {
    const next = { ...period, ...over };
    setSearch({ ...next, days: String(next.days) }, { replace: true, preventScrollReset: true });
  };
  return [period, change];
}
