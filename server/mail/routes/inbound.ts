import { createHash, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { anyone } from '../../access/permission.ts';
import { ReceivedFile } from '../../host/receivedFile.ts';
import { Problem } from '../../http/problem.ts';
import { notFound } from '../../http/problems.ts';
import { defineWrite, type Route } from '../../http/route.ts';
import { receiveMail } from '../commands/receiveMail.ts';
import { type InboundParts, prepareMail } from '../inbound/prepare.ts';
import { readMail } from '../inbound/readMail.ts';
import { InboundOutcome, InboundParams } from '../schemas.ts';

const mostBytes = 30_000_000;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Where a mail server posts what it receives. Without a secret in the configuration there is nothing here. */
export const inboundRoutes = (parts: InboundParts | undefined, secret: string | undefined): readonly Route[] => [
  defineWrite({
    method: 'post',
    path: '/mail/inbound/:secret',
    operationId: 'receiveMail',
    summary: 'Takes one mail as it came in (message/rfc822), from the school’s own mail server.',
    permission: anyone,
    fromAnywhere: true,
    upload: true,
    bodyLimit: mostBytes,
    params: InboundParams,
    body: ReceivedFile,
    output: InboundOutcome,
    mustKnow: (params) => {
      const isRight = secret !== undefined && timingSafeEqual(digest(params.secret), digest(secret));
      if (!isRight) throw new Problem(notFound);
    },
    prepare: async (scope, { body }) => {
      if (!parts) throw new Problem(notFound);
      return { parts, prepared: await prepareMail(scope, parts, await readMail(await readFile(body.path))) };
    },
    handle: async (scope, _input, { parts: inbound, prepared }) => ({
      outcome: await receiveMail(scope, inbound, prepared),
    }),
  }),
];
