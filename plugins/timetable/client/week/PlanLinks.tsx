import { Link } from 'react-router';
import { useMay } from '../../../../client/src/api/session.ts';
import { useTexts } from '../useTexts.ts';

interface PlanLinksProps {
  readonly personId?: string;
  readonly groupId?: string;
}

/** Lead to where one lesson more or a meeting is planned, with the student or the group named already; for staff. */
export function PlanLinks({ personId, groupId }: PlanLinksProps) {
  const { t } = useTexts();
  const mayAdd = useMay('timetable.add-lessons');
  const mayMeet = useMay('timetable.plan-meetings');
  if (!mayAdd && !mayMeet) return null;
  const named = new URLSearchParams({
    ...(personId ? { person: personId } : {}),
    ...(groupId ? { group: groupId } : {}),
  });
  return (
    <div className="actions no-print">
      {mayAdd && <Link to={`/timetable/extra?${named}`}>{t('week.extra')}</Link>}
      {mayMeet && <Link to={`/meetings/new?${named}`}>{t('week.meet')}</Link>}
    </div>
  );
}
