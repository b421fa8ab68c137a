import { type ParserConfig, parseSync } from '@swc/core';

export interface Import {
  readonly module: string;
  /** Gone when the types are taken away. */
  readonly typeOnly: boolean;
}

interface Node {
  readonly type: string;
  readonly [member: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** What a TypeScript file imports: statically, dynamically, by re-export or in a type. */
export function importsOf(text: string, file: string): Import[] {
  const syntax: ParserConfig = { syntax: 'typescript', tsx: file.endsWith('x') };
  const found: Import[] = [];
  walk(parseSync(text, { ...syntax, target: 'es2022' }), (node) => {
    const module = moduleOf(node);
    if (module !== undefined) found.push({ module, typeOnly: node.typeOnly === true || node.type === 'TsImportType' });
  });
  return found;
}

/** The module that a node names, when it is an import of some kind. */
function moduleOf(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return textOf(node.source);
    case 'TsImportType':
      return textOf(node.argument);
    case 'CallExpression':
      return isNode(node.callee) && node.callee.type === 'Import' ? textOfFirst(node.arguments) : undefined;
    default:
      return undefined;
  }
}

const textOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'StringLiteral' && typeof node.value === 'string' ? node.value : undefined;

function textOfFirst(values: unknown): string | undefined {
  const first: unknown = Array.isArray(values) ? values[0] : undefined;
  return typeof first === 'object' && first !== null && 'expression' in first ? textOf(first.expression) : undefined;
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, visit);
  else if (typeof value === 'object' && value !== null) {
    if (isNode(value)) visit(value);
    for (const member of Object.values(value)) walk(member, visit);
  }
}
