import type { ReadScope } from '../../host/scope.ts';
import type { MailExtras, Recipient } from '../../mail/api.ts';
import { type NoticeArea, noticeAreas } from '../domain/area.ts';
import { quietUntil } from '../domain/quietHours.ts';
import type { NotifyParts } from '../parts.ts';
import { quietHoursOf } from '../queries/quietHours.ts';
import { stopToken } from '../stopToken.ts';
import type { MailedNotice } from '../store/noticeMail.ts';
import { say } from './say.ts';

/** What goes around a mail about notices: quiet hours, where an answer lands, why it came, how such mails are switched off. */
export async function aroundNotices(
  scope: ReadScope,
  parts: NotifyParts,
  recipient: Recipient,
  notices: readonly MailedNotice[],
): Promise<MailExtras> {
  const { personId, zone } = recipient;
  const isUrgent = notices.some(({ urgentReason }) => urgentReason !== null);
  const hours = (await quietHoursOf(scope, parts.people, [personId])).get(personId);
  const waitUntil = isUrgent ? undefined : quietUntil(hours, scope.now, zone);
  const areas = noticeAreas.filter((area) => notices.some((notice) => notice.area === area));
  const [first] = notices;
  const reply = first && threadOf(notices);
  return {
    ...(waitUntil ? { waitUntil } : {}),
    ...(reply ? { reply } : {}),
    stopUrl: `${parts.config.publicUrl}/api/mail/stop/${stopToken(parts.config.sessionSecret, { personId, areas })}`,
    footer: footerOf(parts, recipient, areas, first && notices.length === 1 ? `/notices/${first.id}` : '/notices'),
  };
}

/** The thread to which all of them belong; an answer has no other place to go to. */
function threadOf(notices: readonly MailedNotice[]): MailExtras['reply'] {
  const [first] = notices;
  if (!first?.replyOwner || !first.replyKey) return undefined;
  const same = notices.every(
    ({ replyOwner, replyKey }) => replyOwner === first.replyOwner && replyKey === first.replyKey,
  );
  return same ? { owner: first.replyOwner, key: first.replyKey } : undefined;
}

function footerOf(parts: NotifyParts, recipient: Recipient, areas: readonly NoticeArea[], whyPath: string): string {
  const { sessionSecret, publicUrl } = parts.config;
  const stops = areas.map((area) => {
    const token = stopToken(sessionSecret, { personId: recipient.personId, areas: [area] });
    return `[${say(parts, recipient, 'mail.stop', { area: say(parts, recipient, `areas.${area}`) })}](${publicUrl}/mail-stop?token=${token})`;
  });
  const why = `[${say(parts, recipient, 'mail.why')}](${whyPath})`;
  const choose = `[${say(parts, recipient, 'mail.choose')}](/settings#notices)`;
  return `${why} · ${choose}\n\n${stops.join(' · ')}`;
}
