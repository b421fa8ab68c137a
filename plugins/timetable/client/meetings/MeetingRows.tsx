import { List, Row } from '../../../../client/src/kit/List.tsx';
import { JoinButton } from '../../../../client/src/kit/week/JoinButton.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { MeetingBrief } from '../../schemas/meetings.ts';
import { useMeetingTexts } from './useMeetingTexts.ts';

interface MeetingRowsProps {
  readonly meetings: readonly MeetingBrief[];
  /** The child's name, when the reader comes by the child. */
  readonly nameOf?: (personId: string) => string | undefined;
}

/** Meetings in a list; each opens, and can be entered here. */
export function MeetingRows({ meetings, nameOf }: MeetingRowsProps) {
  const { t } = useMeetingTexts();
  const times = useTimes();
  return (
    <div>
      <h3>{t('meetings')}</h3>
      <List label={t('meetings')}>
        {meetings.map(({ id, title, startsAt, endsAt, joinUrl, madeBy, whose }) => {
          const children = whose.flatMap((one) => nameOf?.(one) ?? []);
          return (
            <Row
              key={id}
              to={`/meetings/${id}`}
              title={title}
              details={
                <div className="figures">{[times.range(startsAt, endsAt), ...children, madeBy.name].join(' · ')}</div>
              }
              {...(joinUrl ? { actions: <JoinButton entry={{ title, startsAt }} joinUrl={joinUrl} /> } : {})}
            />
          );
        })}
      </List>
    </div>
  );
}
