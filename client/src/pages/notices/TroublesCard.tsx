import { useQuery } from '@tanstack/react-query';
import { Troubles, troublesQuery } from './Troubles.tsx';

/** Whom mails or signals do not reach: for those who look after them. */
export function TroublesCard() {
  const { data } = useQuery(troublesQuery);
  return data && data.items.length > 0 ? <Troubles items={data.items} /> : null;
}
