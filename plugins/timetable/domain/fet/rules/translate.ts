import type { Constraint } from '../../model/constraint.ts';
import type { ConstraintBase } from '../../model/view.ts';
import type { FetContext } from '../fetContext.ts';
import type { XmlNode } from '../xmlNode.ts';

/** Turns one constraint element into rules of the problem; null when it is about inactive activities only. */
export type Translate = (node: XmlNode, base: ConstraintBase, context: FetContext) => readonly Constraint[] | null;

export type TranslatorList = readonly (readonly [name: string, translate: Translate])[];
