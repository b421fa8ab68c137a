import { useQuery } from '@tanstack/react-query';
import { whoIsWhoQuery } from '../../api/introductions.ts';
import { useSession } from '../../api/session.ts';
import { lazily } from '../../lazily.ts';

const WelcomeRow = lazily(async () => (await import('./WelcomeRow.tsx')).WelcomeRow, 'introductions');

/** Leads a new student to those whom they have not met. Draws nothing for anybody else. */
export function WelcomeCard() {
  const { person } = useSession();
  const { data } = useQuery(whoIsWhoQuery(person?.id ?? ''));
  const missing = data?.isNewcomer ? data.people.filter(({ met }) => !met) : [];
  return missing.length === 0 ? null : <WelcomeRow names={missing.map(({ name }) => name)} />;
}
