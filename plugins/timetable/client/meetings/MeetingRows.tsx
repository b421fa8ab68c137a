import { Link } from 'react-router';
import type { MeetingBrief } from '../../schemas/meetings.ts';
import { MeetingList } from './MeetingList.tsx';
import { useMeetingTexts } from './useMeetingTexts.ts';

interface MeetingRowsProps {
  readonly meetings: readonly MeetingBrief[];
  /** The child's name, when the reader comes by the child. */
  readonly nameOf?: (personId: string) => string | undefined;
}

/** Meetings beside lessons, and the way to all of them. */
export function MeetingRows({ meetings, nameOf }: MeetingRowsProps) {
  const { t } = useMeetingTexts();
  return (
    <div>
      <h3>{t('meetings')}</h3>
      <MeetingList meetings={meetings} nameOf={nameOf} />
      <Link to="/meetings" className="no-print">
        {t('all')}
      </Link>
    </div>
  );
}
