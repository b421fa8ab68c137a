import { createHash } from 'node:crypto';
import type { AddressObject, ParsedMail } from 'mailparser';
import type { IncomingMail } from '../domain/incoming.ts';

export interface AttachedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** A mail as it came in, as far as the product cares. */
export interface ReadMail extends IncomingMail {
  /** The same for every copy of the mail. */
  readonly fingerprint: string;
  readonly text: string;
  readonly files: readonly AttachedFile[];
}

/** Longer texts are no answer that anybody wrote. */
const longest = 200_000;

/** Takes a mail apart. Whatever is in it, this does not throw for faults of the sender. */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  // Loaded with the first mail that comes in: it is large.
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(raw, {
    keepDeliveryStatus: true,
    skipHtmlToText: false,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    maxHtmlLengthToParse: longest,
  });
  const report = mail.attachments.find(({ contentType }) => contentType === 'message/delivery-status');
  return {
    fingerprint: createHash('sha256')
      .update(mail.messageId ?? raw)
      .digest('hex'),
    from: addressesOf(mail.from),
    to: [...addressesOf(mail.to), ...addressesOf(mail.cc), ...headerAddresses(mail)],
    subject: mail.subject ?? '',
    headers: new Map(mail.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()])),
    deliveryStatus: report?.content.toString('utf8'),
    text: (mail.text ?? '').slice(0, longest),
    files: mail.attachments
      .filter((one) => one !== report && !one.related && !one.contentType.startsWith('message/'))
      .map(({ filename, content }, nth) => ({ name: filename ?? `file-${nth + 1}`, content })),
  };
}

function addressesOf(value: AddressObject | AddressObject[] | undefined): string[] {
  const all = value === undefined ? [] : [value].flat();
  return all.flatMap(({ value: some }) => some.flatMap(({ address }) => address ?? []));
}

/** Where servers write the address to which a mail was really delivered. */
const headerAddresses = ({ headerLines }: ParsedMail): string[] =>
  headerLines
    .filter(({ key }) => ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].includes(key))
    .flatMap(({ line }) => /[^\s<>:;,]+@[^\s<>;,]+/.exec(line.slice(line.indexOf(':') + 1))?.[0] ?? []);
