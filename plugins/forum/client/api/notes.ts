import { write } from '../../../../client/src/api/request.ts';
import type { PostView } from '../../schemas/topics.ts';

export const confirmNote = (postId: string) => write<PostView>('POST', `/forum/posts/${postId}/confirm`);
