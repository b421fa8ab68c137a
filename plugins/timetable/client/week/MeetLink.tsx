import { Link } from 'react-router';
import { useMay } from '../../../../client/src/api/session.ts';
import { useTexts } from '../useTexts.ts';

interface MeetLinkProps {
  readonly personId?: string;
  readonly groupId?: string;
}

/** Leads to where a meeting is planned, with a student or a group named already; for those who plan meetings. */
export function MeetLink({ personId, groupId }: MeetLinkProps) {
  const { t } = useTexts();
  if (!useMay('timetable.plan-meetings')) return null;
  const named = new URLSearchParams({
    ...(personId ? { person: personId } : {}),
    ...(groupId ? { group: groupId } : {}),
  });
  return <Link to={`/meetings/new?${named}`}>{t('week.meet')}</Link>;
}
