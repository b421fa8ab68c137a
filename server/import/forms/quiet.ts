import type { QuietChoice } from '../../notify/api.ts';

/** Quiet hours as files say them: `21:00-07:00`, `none`; null where somebody wants what is usual. */
export function quietText(choice: QuietChoice | undefined): string | null {
  if (!choice || choice.kind === 'usual') return null;
  return choice.kind === 'never' ? 'none' : `${choice.fromTime}-${choice.toTime}`;
}

/** Reads what `quietText` wrote. */
export function quietChoice(text: string | null): QuietChoice {
  if (text === null) return { kind: 'usual' };
  if (text === 'none') return { kind: 'never' };
  const [fromTime = '', toTime = ''] = text.split('-');
  return { kind: 'own', fromTime, toTime };
}
