import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { definePlugin, type Plugin } from '../host/plugin.ts';
import { Problem } from '../http/problem.ts';
import { peopleApi } from '../people/api.ts';
import type { RoomsConfig } from '../serviceConfigs.ts';
import { type RoomsApi, roomsApi } from './api.ts';
import { takeReport } from './commands/takeReport.ts';
import { roomAttended } from './events.ts';
import { attendanceTable } from './migrations/001_attendance.ts';
import { privacyOfRooms } from './privacy.ts';
import { roomUnreachable } from './problems.ts';
import { bigBlueButtonRooms } from './providers/bigBlueButton.ts';
import { jitsiRooms } from './providers/jitsi.ts';
import { type RoomProvider, RoomUnreachable } from './providers/provider.ts';
import { attendanceToken } from './reportAddress.ts';
import { attendanceRoutes } from './routes/attendance.ts';
import { attendanceOf } from './store/attendance.ts';

export interface RoomsParts {
  readonly config: Pick<Config, 'rooms' | 'publicUrl'>;
  readonly log: Pick<Logger, 'warn'>;
}

function providerOf(rooms: RoomsConfig, publicUrl: string): RoomProvider {
  if (rooms.kind === 'jitsi') return jitsiRooms(rooms);
  return bigBlueButtonRooms(
    rooms,
    (roomId) => `${publicUrl}/api/rooms/${roomId}/attendance/${attendanceToken(rooms.secret, roomId)}`,
  );
}

/** What signs the addresses to which BigBlueButton reports. */
const reportSecret = (all: readonly RoomsConfig[]): string | undefined =>
  all.flatMap((one) => (one.kind === 'bigbluebutton' ? one.secret : []))[0];

/** Meeting rooms of lessons on a video server of the school: entered by role, at an address that never changes. */
export const createRoomsModule = ({ config: { rooms, publicUrl }, log }: RoomsParts): Plugin<RoomsApi> => {
  const providers = new Map(rooms.map((one) => [one.kind, providerOf(one, publicUrl)]));
  const [usual] = providers.values();
  const doorOf = (path: string): string => `${publicUrl}/join/${path}`;
  return definePlugin({
    ref: roomsApi,
    home: new URL('./', import.meta.url),
    requires: [peopleApi],
    publishes: [roomAttended],
    problems: [roomUnreachable],
    migrations: [attendanceTable],
    privacy: privacyOfRooms,
    start: () => ({
      api: {
        providers: [...providers.keys()],
        addressOf: (path) => (usual ? doorOf(path) : null),
        doorOf,
        enter: async (visit, kind) => {
          const provider = (kind && providers.get(kind)) ?? usual;
          try {
            if (!provider) throw new RoomUnreachable('no provider is configured');
            return await provider.enter(visit);
          } catch (reason) {
            if (!(reason instanceof RoomUnreachable)) throw reason;
            log.warn({ room: visit.roomId, why: reason.message }, 'A meeting room cannot be entered');
            throw new Problem(roomUnreachable);
          }
        },
        attendanceOf,
        takeReport,
      },
      routes: attendanceRoutes(reportSecret(rooms)),
    }),
  });
};
