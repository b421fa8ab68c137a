import type { ReadScope } from '../../host/scope.ts';
import type { Devices } from '../schemas.ts';
import { devicesOf } from '../store/devices.ts';

export type DevicesView = Devices;

/** Where signals are shown to the actor. */
export async function myDevices(scope: ReadScope, { publicKey }: { readonly publicKey: string }): Promise<DevicesView> {
  const devices = await devicesOf(scope.db, [scope.actor.personId]);
  return {
    publicKey,
    items: devices.map(({ id, label, endpoint, addedAt, reachedAt }) => ({
      id,
      label,
      endpoint,
      addedAt: addedAt.toISOString(),
      reachedAt: reachedAt?.toISOString() ?? null,
    })),
  };
}
