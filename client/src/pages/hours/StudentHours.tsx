import { HoursEditor } from './HoursEditor.tsx';

/** The hours of a person as a tab of their page. */
export function StudentHours({ studentId }: { readonly studentId: string }) {
  return <HoursEditor key={studentId} personId={studentId} />;
}
