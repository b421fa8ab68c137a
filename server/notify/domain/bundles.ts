import type { MailRule } from './choice.ts';

/** A notice that waits to go out by mail. */
export interface Waiting {
  readonly id: string;
  readonly personId: string;
  readonly mailRule: MailRule;
  readonly mailDueAt: Date;
  /** The thread to which a mail can be answered; null where there is none. */
  readonly thread: string | null;
}

/** What goes out in one mail. */
export interface Bundle {
  readonly personId: string;
  readonly rule: MailRule;
  readonly noticeIds: readonly string[];
}

/**
 * What leaves now. As soon as one notice of a person is due, all that wait by the same rule go with it, due or not yet: fewer
 * mails, and the first one is not kept waiting for the last. Where a mail can be answered, each thread has a mail of its own, so that
 * the answer has one place to go to.
 */
export function bundlesOf(waiting: readonly Waiting[], now: Date): readonly Bundle[] {
  const due = new Set(waiting.filter(({ mailDueAt }) => mailDueAt <= now).map(ruleKey));
  const bundles = new Map<string, Bundle & { readonly noticeIds: string[] }>();
  for (const one of waiting) {
    if (!due.has(ruleKey(one))) continue;
    const key = `${ruleKey(one)} ${(one.mailRule === 'soon' && one.thread) || ''}`;
    const bundle = bundles.get(key) ?? { personId: one.personId, rule: one.mailRule, noticeIds: [] };
    bundles.set(key, bundle);
    bundle.noticeIds.push(one.id);
  }
  return [...bundles.values()];
}

const ruleKey = ({ personId, mailRule }: Waiting): string => `${personId} ${mailRule}`;
