import { queryOptions } from '@tanstack/react-query';
import type { Devices, NewDevice } from '../../../server/notify/schemas.ts';
import { read, write } from './request.ts';

export const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: ({ signal }) => read<Devices>('/me/devices', signal),
});

export const addDevice = (device: NewDevice): Promise<Devices> => write('POST', '/me/devices', device);
export const removeDevice = (id: string): Promise<Devices> => write('DELETE', `/me/devices/${id}`);
export const forgetBrowser = (endpoint: string): Promise<unknown> => write('POST', '/me/devices/forget', { endpoint });
