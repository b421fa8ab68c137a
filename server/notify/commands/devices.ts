import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { notFound } from '../../http/problems.ts';
import { pushServiceUnknown, tooManyDevices } from '../problems.ts';
import { isPushService } from '../push/services.ts';
import { type DevicesView, myDevices } from '../queries/myDevices.ts';
import type { NewDevice } from '../schemas.ts';
import { deleteDevice, deleteEndpoint, devicesOf, saveDevice } from '../store/devices.ts';
import { solveTrouble } from '../store/troubles.ts';

export interface DeviceParts {
  readonly publicKey: string;
  /** Origins of further push services. */
  readonly services: readonly string[];
}

const most = 10;

/** From now on signals are shown in this browser. */
export async function addDevice(scope: WriteScope, parts: DeviceParts, device: NewDevice): Promise<DevicesView> {
  const { personId } = scope.actor;
  if (!isPushService(device.endpoint, parts.services)) throw new Problem(pushServiceUnknown);
  const others = (await devicesOf(scope.db, [personId])).filter(({ endpoint }) => endpoint !== device.endpoint);
  if (others.length >= most) throw new Problem(tooManyDevices, { most });
  await saveDevice(scope.db, { ...device, id: scope.newId(), personId, addedAt: scope.now });
  await solveTrouble(scope.db, personId, 'push', scope.now);
  return myDevices(scope, parts);
}

export async function removeDevice(scope: WriteScope, parts: DeviceParts, id: string): Promise<DevicesView> {
  if ((await deleteDevice(scope.db, scope.actor.personId, id)) === 0) throw new Problem(notFound);
  return myDevices(scope, parts);
}

/** The same by the browser's own address: before somebody signs out on it. */
export async function forgetBrowser(scope: WriteScope, endpoint: string): Promise<Record<string, never>> {
  await deleteEndpoint(scope.db, scope.actor.personId, endpoint);
  return {};
}
