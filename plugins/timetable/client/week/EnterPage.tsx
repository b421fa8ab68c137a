import { useParams } from 'react-router';
import { Entering } from './Entering.tsx';

/** The way into a lesson's room. */
export function EnterPage() {
  const { lessonId = '' } = useParams();
  return <Entering path={`/timetable/lessons/${lessonId}/enter`} />;
}
