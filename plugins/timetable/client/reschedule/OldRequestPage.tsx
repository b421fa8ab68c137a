import { Navigate, useParams } from 'react-router';

/** The former address of a request: links in notices and mails stay good. */
export function OldRequestPage() {
  const { rescheduleId = '' } = useParams();
  return <Navigate to={`/requests/${rescheduleId}`} replace />;
}
