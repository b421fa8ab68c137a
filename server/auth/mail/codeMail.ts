import { z } from 'zod';
import type { ReadScope } from '../../host/scope.ts';
import { defineLateMail, type MailKind } from '../../mail/api.ts';
import { addressOfCode, codeInText, stateOfCode } from '../domain/code.ts';
import type { Keys } from '../keys.ts';
import { codeById } from '../store/codes.ts';

const CodeMail = z.strictObject({ codeId: z.uuid() });
export type CodeMail = z.infer<typeof CodeMail>;

/**
 * A code by mail. Only its id is stored with the mail; the code is made when the mail leaves, and a code that was
 * revoked or used meanwhile is not sent at all.
 */
const codeMail = (id: string, keys: Keys, publicUrl: string): MailKind<CodeMail> =>
  defineLateMail({
    id,
    data: CodeMail,
    sample: { codeId: '01900000-0000-7000-8000-000000000001' },
    sampleValues: { code: codeInText('7KQM3XWAP9TD'), address: 'https://tutoria.example.org/welcome#7KQM-3XWA-P9TD' },
    valuesOf: async (scope: ReadScope, _recipient, { codeId }) => {
      const row = await codeById(scope.db, codeId);
      if (!row || stateOfCode(row, scope.now) !== 'open') return undefined;
      const code = keys.codeOf(codeId);
      return { code: codeInText(code), address: addressOfCode(publicUrl, code) };
    },
  });

export interface CodeMails {
  readonly invitation: MailKind<CodeMail>;
  readonly reset: MailKind<CodeMail>;
}

export const codeMails = (keys: Keys, publicUrl: string): CodeMails => ({
  invitation: codeMail('auth.invitation', keys, publicUrl),
  reset: codeMail('auth.reset', keys, publicUrl),
});
