import { apiRef } from '../../server/host/plugin.ts';

export const forumApi = apiRef<null>('forum');
