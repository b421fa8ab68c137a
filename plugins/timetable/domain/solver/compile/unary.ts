import type { Activity } from '../../model/activity.ts';
import { isHard, type UnaryConstraint } from '../../model/constraint.ts';
import type { StartOption } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';

/** What one rule charges an activity for its own place and room, before weighting. */
export interface UnaryRule {
  readonly id: string;
  readonly kind: UnaryConstraint['kind'];
  readonly hard: boolean;
  readonly weight: number;
  ofStart(option: StartOption): number;
  ofRoom(room: string): number;
}

const nothing = (): number => 0;

/** The rules that judge each activity alone, by activity id. Waived ones are left out. */
export function unaryRules(problem: Problem): (activity: Activity) => UnaryRule[] {
  const waived = new Set(
    problem.waivers.flatMap((w) => (w.kind === 'rule' ? [JSON.stringify([w.constraint, w.activity])] : [])),
  );
  const copies = new Map(problem.resources.map((resource) => [resource.id, resource.copies]));
  const byActivity = new Map<string, UnaryRule[]>();
  const byResource = new Map<string, UnaryRule[]>();
  const forAll: UnaryRule[] = [];
  const add = (index: Map<string, UnaryRule[]>, keys: readonly string[], rule: UnaryRule): void => {
    for (const key of new Set(keys)) index.set(key, [...(index.get(key) ?? []), rule]);
  };
  for (const rule of problem.constraints) {
    const base = { id: rule.id, hard: isHard(rule), weight: rule.weight, ofStart: nothing, ofRoom: nothing };
    switch (rule.kind) {
      case 'lock': {
        const ofRoom = (room: string): number => (rule.room === null || rule.room === room ? 0 : 1);
        const ofStart = (option: StartOption): number => (option.place === rule.place ? 0 : 1);
        add(byActivity, [rule.activity], { ...base, kind: rule.kind, ofStart, ofRoom });
        break;
      }
      case 'allowed-starts': {
        const places = new Set(rule.places);
        add(byActivity, rule.activities, {
          ...base,
          kind: rule.kind,
          ofStart: (option) => (places.has(option.place) ? 0 : 1),
        });
        break;
      }
      case 'allowed-rooms': {
        const rooms = new Set(rule.rooms);
        add(byActivity, rule.activities, { ...base, kind: rule.kind, ofRoom: (room) => (rooms.has(room) ? 0 : 1) });
        break;
      }
      case 'allowed-atoms':
        add(byActivity, rule.activities, { ...base, kind: rule.kind, ofStart: outside(new Set(rule.atoms)) });
        break;
      case 'breaks':
        forAll.push({ ...base, kind: rule.kind, ofStart: inside(new Set(rule.atoms), 1) });
        break;
      case 'unavailable': {
        const ofStart = inside(new Set(rule.atoms), copies.get(rule.resource) ?? 1);
        add(byResource, [rule.resource], { ...base, kind: rule.kind, ofStart });
        break;
      }
      default:
        break;
    }
  }
  return (activity) =>
    [
      ...(byActivity.get(activity.id) ?? []),
      ...[...new Set(activity.resources)].flatMap((id) => byResource.get(id) ?? []),
      ...forAll,
    ].filter((rule) => !waived.has(JSON.stringify([rule.id, activity.id])));
}

const inside =
  (atoms: ReadonlySet<number>, copies: number) =>
  (option: StartOption): number =>
    option.atoms.filter((atom) => atoms.has(atom)).length * copies;

const outside =
  (atoms: ReadonlySet<number>) =>
  (option: StartOption): number =>
    option.atoms.filter((atom) => !atoms.has(atom)).length;
