import { useParams } from 'react-router';
import { Entering } from '../week/Entering.tsx';

/** The way into a meeting's room. */
export function EnterMeetingPage() {
  const { meetingId = '' } = useParams();
  return <Entering path={`/timetable/meetings/${meetingId}/enter`} />;
}
