import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../../client/src/api/request.ts';
import type { FeedList, FeedMade, NewFeed } from '../../schemas/feeds.ts';

export const feedsQuery = queryOptions({
  queryKey: ['timetable-feeds'],
  queryFn: ({ signal }) => read<FeedList>('/timetable/feeds', signal),
});

export const makeFeed = (feed: NewFeed) => write<FeedMade>('POST', '/timetable/feeds', feed);

export const revokeFeed = (id: string) => write<unknown>('DELETE', `/timetable/feeds/${id}`);
