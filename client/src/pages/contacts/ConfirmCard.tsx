import { useQuery } from '@tanstack/react-query';
import { askedOfMeQuery } from '../../api/contacts.ts';
import { lazily } from '../../lazily.ts';

// Asked a few days a year: on all others a weak line downloads neither the question nor its texts.
const ConfirmAsk = lazily(async () => (await import('./ConfirmAsk.tsx')).ConfirmAsk, 'contacts');

/** Asks a family before a term whether their contacts still hold. Draws nothing when nothing is asked. */
export function ConfirmCard() {
  const { data } = useQuery(askedOfMeQuery);
  if (!data?.dueOn || data.people.length === 0) return null;
  return <ConfirmAsk asked={data} dueOn={data.dueOn} />;
}
