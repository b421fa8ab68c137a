import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../../client/src/api/request.ts';
import type { NoteList, NotesToday, NotesToPost } from '../../schemas/notes.ts';
import type { PostView } from '../../schemas/topics.ts';
import { forumKey } from './boards.ts';

const notesKey = [forumKey, 'notes'] as const;

export const notesQuery = (groupId: string, weekOn: string) =>
  queryOptions({
    queryKey: [...notesKey, groupId, weekOn],
    queryFn: ({ signal }) => read<NoteList>(`/forum/groups/${groupId}/notes${weekOn && `?weekOn=${weekOn}`}`, signal),
  });

export const notesTodayQuery = queryOptions({
  queryKey: [...notesKey, 'today'],
  queryFn: ({ signal }) => read<NotesToday>('/forum/notes-today', signal),
});

export const saveRemark = (studentId: string, weekOn: string, remark: string, revision: number) =>
  write<{ revision: number }>('PUT', `/forum/notes/${studentId}/${weekOn}`, { remark, revision });

export const postNotes = (asked: NotesToPost) => write<{ posted: number }>('POST', '/forum/notes/post', asked);

export const confirmNote = (postId: string) => write<PostView>('POST', `/forum/posts/${postId}/confirm`);
