import { List, Row } from '../../../../client/src/kit/List.tsx';
import { StateText } from '../../../../client/src/kit/StateText.tsx';
import { JoinButton } from '../../../../client/src/kit/week/JoinButton.tsx';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { MeetingBrief } from '../../schemas/meetings.ts';
import { useMeetingTexts } from './useMeetingTexts.ts';

interface MeetingListProps {
  readonly meetings: readonly MeetingBrief[];
  /** Says the day of each; where all are of one day the time is enough. */
  readonly hasDates?: boolean;
  /** The child's name, when the reader comes by the child. */
  readonly nameOf?: ((personId: string) => string | undefined) | undefined;
}

/** Meetings, each of which opens, and can be entered here. */
export function MeetingList({ meetings, hasDates, nameOf }: MeetingListProps) {
  const { t } = useMeetingTexts();
  const times = useTimes();
  const now = useNow().getTime();
  return (
    <List label={t('meetings')}>
      {meetings.map(({ id, title, startsAt, endsAt, joinUrl, madeBy, whose, state }) => {
        const children = whose.flatMap((one) => nameOf?.(one) ?? []);
        const when = hasDates ? `${times.dateTime(startsAt)}–${times.time(endsAt)}` : times.range(startsAt, endsAt);
        const isOpen = joinUrl !== null && Date.parse(endsAt) > now;
        return (
          <Row
            key={id}
            to={`/meetings/${id}`}
            title={title}
            details={<div className="figures">{[when, ...children, madeBy.name].join(' · ')}</div>}
            {...(state === 'cancelled' ? { trail: <StateText tone="stopped">{t('cancelled')}</StateText> } : {})}
            {...(isOpen
              ? { actions: <JoinButton label={t('enter')} entry={{ title, startsAt }} joinUrl={joinUrl} /> }
              : {})}
          />
        );
      })}
    </List>
  );
}
