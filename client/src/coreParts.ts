import { auditPart } from './pages/audit/part.tsx';
import { contactsPart } from './pages/contacts/part.tsx';
import { helpPart } from './pages/help/part.tsx';
import { introductionsPart } from './pages/introductions/part.tsx';
import { noticesPart } from './pages/notices/part.tsx';
import { schoolHoursPart } from './pages/schoolHours/part.tsx';
import { yearPart } from './pages/year/part.tsx';
import type { ClientPlugin } from './plugin.ts';

/** Modules of the core whose client side is shaped like a plugin's. */
export const coreParts: readonly ClientPlugin[] = [
  contactsPart,
  introductionsPart,
  helpPart,
  auditPart,
  noticesPart,
  yearPart,
  schoolHoursPart,
];
