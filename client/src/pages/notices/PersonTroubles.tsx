import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../api/session.ts';
import { Troubles, troublesQuery } from './Troubles.tsx';

/** That mails or signals do not reach this person, above how to reach them; for those who look after them. */
export function PersonTroubles({ personId }: { readonly personId: string }) {
  const { data } = useQuery({ ...troublesQuery, enabled: useMay('notify.troubles') });
  const items = data?.items.filter(({ person }) => person.id === personId) ?? [];
  return items.length > 0 ? <Troubles items={items} isAtPerson /> : null;
}
