import { createECDH } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../../config.ts';

/** The pair by which push services know this installation (RFC 8292). */
const PushKeys = z.object({ publicKey: z.string(), privateKey: z.string() });
export type PushKeys = z.infer<typeof PushKeys>;

/** A pair on the curve P-256, as push services write it. */
function newPair(): PushKeys {
  const curve = createECDH('prime256v1');
  const publicKey = curve.generateKeys('base64url');
  const privateKey = Buffer.concat([Buffer.alloc(32), curve.getPrivateKey()])
    .subarray(-32)
    .toString('base64url');
  return { publicKey, privateKey };
}

/**
 * Those of the configuration; else those of the file `DATA_DIR/vapid.json`, which is made once and only its owner reads. Never in
 * the database: whoever reads a copy of it cannot speak for this installation. Other keys would silence every device.
 */
export function pushKeysOf({ push, dataDir }: Pick<Config, 'push' | 'dataDir'>): PushKeys {
  if (push.keys) return push.keys;
  const file = join(dataDir, 'vapid.json');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, JSON.stringify(newPair()), { flag: 'wx', mode: 0o600 });
  } catch (reason) {
    if (!(reason instanceof Error && 'code' in reason && reason.code === 'EEXIST')) throw reason;
  }
  chmodSync(file, 0o600);
  return PushKeys.parse(JSON.parse(readFileSync(file, 'utf8')));
}
