import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { threadById } from '../store/threads.ts';
import { partIn } from './threadAs.ts';

const named = /^\/messages\/([0-9a-f-]{36})$/;

/** Whether somebody still takes part in the conversation that a notice leads to, when it leaves by mail or signal. */
export async function mayStillHear(scope: ReadScope, apis: Apis, link: string): Promise<boolean> {
  const [, id] = named.exec(link) ?? [];
  if (!id) return true;
  const thread = await threadById(scope.db, id);
  return thread !== undefined && (await partIn(apis, scope, thread)) !== undefined;
}
