import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../../../client/src/api/session.ts';
import { addDays, dayOf } from '../../../../client/src/time/days.ts';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { Search } from '../api/meetings.ts';
import { InviteForm } from './InviteForm.tsx';
import { SearchFields, type Span } from './SearchFields.tsx';
import { type Time, TimeChoice } from './TimeChoice.tsx';
import { useMeetingTexts } from './useMeetingTexts.ts';
import { type Who, WhoMeets } from './WhoMeets.tsx';

/** Who is to meet and when; a time that is chosen becomes an invitation. */
export function MeetForm({ first }: { readonly first: Who }) {
  const { t } = useMeetingTexts();
  const me = useSession().person?.id ?? '';
  const today = dayOf(useNow(), useTimes().zone);
  const [who, setWho] = useState<Who>(first);
  const [span, setSpan] = useState<Span>({ minutes: 30, fromOn: addDays(today, 1), untilOn: addDays(today, 8) });
  const [search, setSearch] = useState<Search>();
  const [time, setTime] = useState<Time>();
  const change = (next: { readonly who?: Who; readonly span?: Span }) => {
    setWho(next.who ?? who);
    setSpan(next.span ?? span);
    // Times that were found for others say nothing any more.
    setSearch(undefined);
    setTime(undefined);
  };
  const invitation = { personIds: who.people.map(({ id }) => id), groups: [...who.groups] };
  const isNobody = who.people.length + who.groups.length === 0;
  return (
    <div className="stack">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setSearch({ ...invitation, ...span });
        }}
      >
        <WhoMeets value={who} me={me} onChange={(next) => change({ who: next })} />
        <SearchFields value={span} today={today} onChange={(next) => change({ span: next })} />
        <div className="actions">
          <Button type="submit" variant={search ? 'default' : 'filled'} disabled={isNobody || !span.untilOn}>
            {t('find')}
          </Button>
        </div>
      </form>
      {search && <TimeChoice search={search} value={time} onChange={setTime} />}
      {search && time && <InviteForm invitation={invitation} minutes={span.minutes} time={time} />}
    </div>
  );
}
