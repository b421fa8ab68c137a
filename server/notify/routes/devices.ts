import { signedIn } from '../../access/permission.ts';
import { defineRead, defineWrite, type Route } from '../../http/route.ts';
import { addDevice, type DeviceParts, forgetBrowser, removeDevice } from '../commands/devices.ts';
import { pushServiceUnknown, tooManyDevices } from '../problems.ts';
import { myDevices } from '../queries/myDevices.ts';
import { Browser, DeviceParams, Devices, NewDevice, Nothing } from '../schemas.ts';

export const deviceRoutes = (parts: DeviceParts): readonly Route[] => [
  defineRead({
    path: '/me/devices',
    operationId: 'listMyDevices',
    summary: 'Browsers in which you see signals, and the key with which another one is added.',
    permission: signedIn,
    output: Devices,
    handle: (scope) => myDevices(scope, parts),
  }),
  defineWrite({
    method: 'post',
    path: '/me/devices',
    operationId: 'addMyDevice',
    summary: 'From now on signals are shown in this browser.',
    permission: signedIn,
    status: 201,
    secret: true,
    body: NewDevice,
    output: Devices,
    problems: [pushServiceUnknown, tooManyDevices],
    handle: (scope, { body }) => addDevice(scope, parts, body),
  }),
  defineWrite({
    method: 'post',
    path: '/me/devices/forget',
    operationId: 'forgetMyBrowser',
    summary: 'No signals in this browser any more; before signing out.',
    permission: signedIn,
    body: Browser,
    output: Nothing,
    handle: (scope, { body }) => forgetBrowser(scope, body.endpoint),
  }),
  defineWrite({
    method: 'delete',
    path: '/me/devices/:deviceId',
    operationId: 'removeMyDevice',
    summary: 'No signals in one of your browsers any more.',
    permission: signedIn,
    params: DeviceParams,
    output: Devices,
    handle: (scope, { params }) => removeDevice(scope, parts, params.deviceId),
  }),
];
