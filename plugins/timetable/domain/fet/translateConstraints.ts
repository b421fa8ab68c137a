import { type Constraint, isHard } from '../model/constraint.ts';
import { withoutDuplicates } from './duplicates.ts';
import { flag, weightOf } from './element.ts';
import type { FetContext } from './fetContext.ts';
import { FetError } from './fetError.ts';
import { RELATION_RULES } from './rules/relationRules.ts';
import { ROOM_RULES } from './rules/roomRules.ts';
import { TIME_RULES } from './rules/timeRules.ts';
import type { Translate } from './rules/translate.ts';
import { WEEK_RULES } from './rules/weekRules.ts';
import type { XmlNode } from './xmlNode.ts';

const TRANSLATORS: ReadonlyMap<string, Translate> = new Map(
  [...TIME_RULES, ...RELATION_RULES, ...WEEK_RULES, ...ROOM_RULES].map(([name, translate]) => [
    `Constraint${name}`,
    translate,
  ]),
);

/** Always in force here, whatever the file says. */
const BUILT_IN: ReadonlySet<string> = new Set(['ConstraintBasicCompulsoryTime', 'ConstraintBasicCompulsorySpace']);

/** A constraint that the timetable does not respect, and why. */
export interface Unrepresented {
  readonly type: string;
  readonly hard: boolean;
  readonly line: number;
  readonly reason: 'not-supported' | 'unreadable';
  readonly message: string;
}

export interface Translated {
  readonly constraints: readonly Constraint[];
  readonly unrepresented: readonly Unrepresented[];
  /** Left out as FET does: switched off, said twice, or about inactive activities only. */
  readonly ignored: number;
}

/** Translates every constraint of the file; what cannot be represented is listed. */
export function translateConstraints(context: FetContext): Translated {
  const constraints: Constraint[] = [];
  const unrepresented: Unrepresented[] = [];
  const kept = withoutDuplicates(context.file.constraints);
  let ignored = context.file.constraints.length - kept.length;
  for (const [index, node] of kept.entries()) {
    const result = translateOne(node, index, context);
    if (result === null) ignored += 1;
    else if ('reason' in result) unrepresented.push(result);
    else constraints.push(...result.rules);
  }
  return { constraints, unrepresented, ignored };
}

function translateOne(
  node: XmlNode,
  index: number,
  context: FetContext,
): Unrepresented | { rules: readonly Constraint[] } | null {
  if (!flag(node, 'Active', true)) return null;
  if (BUILT_IN.has(node.name)) return { rules: [] };
  const type = node.name.replace(/^Constraint/, '');
  try {
    const weight = weightOf(node);
    const translate = TRANSLATORS.get(node.name);
    if (!translate) return { type, hard: isHard({ weight }), line: node.line, reason: 'not-supported', message: '' };
    const rules = translate(node, { id: `${type}:${index + 1}`, weight }, context);
    return rules && { rules };
  } catch (error) {
    if (!(error instanceof FetError)) throw error;
    return { type, hard: true, line: error.line, reason: 'unreadable', message: error.message };
  }
}
