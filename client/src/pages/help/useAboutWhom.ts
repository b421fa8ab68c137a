import { useQuery } from '@tanstack/react-query';
import { peopleToPickQuery, personQuery } from '../../api/people.ts';
import { useSession } from '../../api/session.ts';
import type { Picked } from '../people/PersonPicker.tsx';

export interface AboutWhom {
  /** Students of whom one is to be chosen; families choose among their children, staff search. */
  readonly children: readonly Picked[];
  /** Named by the page from which the question comes. */
  readonly named: Picked | undefined;
  readonly mayChoose: boolean;
}

const guardianOnly = (roles: readonly { readonly role: string }[]): boolean =>
  roles.every(({ role }) => role === 'guardian');

/** About whom the reader may ask; undefined while it is not known. */
export function useAboutWhom(personId: string): AboutWhom | undefined {
  const { roles } = useSession();
  const isFamily = guardianOnly(roles);
  const isStudent = roles.some(({ role }) => role === 'student');
  const children = useQuery({ ...peopleToPickQuery({ q: '', role: 'student' }), enabled: isFamily });
  const person = useQuery({ ...personQuery(personId), enabled: personId !== '' && !isStudent, retry: false });
  if ((isFamily && children.isPending) || (personId && !isStudent && person.isPending)) return undefined;
  const named = person.data?.student ? { id: person.data.id, name: person.data.name } : undefined;
  return {
    children: isFamily ? (children.data?.items ?? []).filter(({ isReached }) => isReached) : [],
    named,
    mayChoose: !isStudent && !isFamily,
  };
}
