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

/** Takes a mail apart. Whatever is in it, this does not throw: one that was made to break the parser is to nobody. */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  const mail = await parsed(raw);
  const report = mail?.attachments.find(({ contentType }) => contentType === 'message/delivery-status');
  return {
    fingerprint: createHash('sha256')
      .update(mail?.messageId ?? raw)
      .digest('hex'),
    from: addressesOf(mail?.from),
    to: mail ? [...addressesOf(mail.to), ...addressesOf(mail.cc), ...headerAddresses(mail)] : [],
    subject: mail?.subject ?? '',
    headers: new Map(mail?.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()])),
    deliveryStatus: report?.content.toString('utf8'),
    // Without the character U+0000, which no column of PostgreSQL takes.
    text: (mail?.text ?? '').replaceAll('\0', '').slice(0, longest),
    files: (mail?.attachments ?? [])
      .filter((one) => one !== report && !one.related && !one.contentType.startsWith('message/'))
      .map(({ filename, content }, nth) => ({ name: filename ?? `file-${nth + 1}`, content })),
  };
}

/** Undefined where the parser gives up: parts within parts, and whatever else nobody's mail program writes. */
async function parsed(raw: Buffer): Promise<ParsedMail | undefined> {
  // Loaded with the first mail that comes in: it is large.
  const { simpleParser } = await import('mailparser');
  try {
    return await simpleParser(raw, {
      keepDeliveryStatus: true,
      skipHtmlToText: false,
      skipTextToHtml: true,
      skipTextLinks: true,
      skipImageLinks: true,
      maxHtmlLengthToParse: longest,
    });
  } catch {
    return undefined;
  }
}

function addressesOf(value: AddressObject | AddressObject[] | undefined): string[] {
  const all = value === undefined ? [] : [value].flat();
  return all.flatMap(({ value: some }) => some.flatMap(({ address }) => address ?? []));
}

/** Where servers write the address to which a mail was really delivered. */
const headerAddresses = ({ headerLines }: ParsedMail): string[] =>
  headerLines
    .filter(({ key }) => ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].includes(key))
    .flatMap(({ line }) => line.slice(line.indexOf(':') + 1).split(/[\s<>:;,]+/))
    .filter((word) => word.includes('@'));
