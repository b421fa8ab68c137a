import { useQuery } from '@tanstack/react-query';
import { boardQuery } from '../api/boards.ts';
import { AudienceNote } from '../boards/AudienceNote.tsx';

/** Who will read it, above the place where it is written. */
export function BoardAudience({ boardId }: { readonly boardId: string }) {
  const { data } = useQuery(boardQuery(boardId));
  return data ? <AudienceNote audience={data.audience} /> : null;
}
