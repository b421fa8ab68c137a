import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { siblingUnknown } from '../problems.ts';
import { deviceOf, insertDevices, setDevice } from '../store/devices.ts';

/** The device of the person with whom it is shared; a device is made when there is none yet. */
export async function deviceSharedWith(scope: WriteScope, siblingId: string | null): Promise<string | null> {
  if (siblingId === null) return null;
  const sibling = await deviceOf(scope.db, siblingId);
  if (!sibling) throw new Problem(siblingUnknown, { field: 'sharesDeviceWith' });
  if (sibling.deviceId) return sibling.deviceId;
  const id = scope.newId();
  await insertDevices(scope.db, [{ id, label: null }]);
  await setDevice(scope.db, [siblingId], id);
  return id;
}
