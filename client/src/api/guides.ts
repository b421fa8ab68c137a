import { queryOptions } from '@tanstack/react-query';
import type { GuideList, GuideView } from '../../../server/guides/schemas.ts';
import { read, write } from './request.ts';

export const guidesQuery = queryOptions({
  queryKey: ['guides', 'all'],
  queryFn: ({ signal }) => read<GuideList>('/guides', signal),
});

export const guideQuery = (audience: string) =>
  queryOptions({
    queryKey: ['guides', audience],
    queryFn: ({ signal }) => read<GuideView>(`/guides/${encodeURIComponent(audience)}`, signal),
  });

/** Keeps a text as the school's own; refused when somebody else has changed it meanwhile. */
export const saveGuide = ({
  guide,
  source,
}: {
  readonly guide: GuideView;
  readonly source: string;
}): Promise<GuideView> =>
  write('PUT', `/guides/${guide.audience}`, { language: guide.language, source }, { revision: guide.revision });
