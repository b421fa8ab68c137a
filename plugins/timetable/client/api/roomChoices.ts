import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../../client/src/api/request.ts';
import type { RoomChoiceInput, RoomChoiceView } from '../../schemas/roomChoices.ts';
import { timetableKey } from './watching.ts';

/** Of a group, or the reader's own. */
const pathOf = (groupId: string | undefined): string =>
  groupId ? `/timetable/groups/${groupId}/room` : '/timetable/my-room';

export const roomChoiceQuery = (groupId: string | undefined) =>
  queryOptions({
    queryKey: [timetableKey, 'room', groupId ?? ''],
    queryFn: ({ signal }) => read<RoomChoiceView>(pathOf(groupId), signal),
  });

export const setRoomChoice = (groupId: string | undefined, choice: RoomChoiceInput, revision: number) =>
  write<RoomChoiceView>('PUT', pathOf(groupId), choice, { revision });
