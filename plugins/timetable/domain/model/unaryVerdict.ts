import type { Activity } from './activity.ts';
import { isHard } from './constraint.ts';
import type { StartOption } from './place.ts';
import type { Problem } from './problem.ts';

type Verdict = (activity: Activity, option: StartOption) => string[];

/** Ids of the hard rules about an activity alone that forbid a start, whatever else is in the timetable. Waived rules are not asked. */
export function unaryVerdict(problem: Problem): Verdict {
  const waived = new Set(
    problem.waivers.flatMap((w) => (w.kind === 'rule' ? [JSON.stringify([w.constraint, w.activity])] : [])),
  );
  const judges = problem.constraints.flatMap(
    (rule): { id: string; forbids: (activity: Activity, option: StartOption) => boolean }[] => {
      if (!isHard(rule)) return [];
      switch (rule.kind) {
        case 'lock':
          return [
            {
              id: rule.id,
              forbids: (activity, option) => activity.id === rule.activity && option.place !== rule.place,
            },
          ];
        case 'allowed-starts': {
          const [activities, places] = [new Set(rule.activities), new Set(rule.places)];
          return [
            { id: rule.id, forbids: (activity, option) => activities.has(activity.id) && !places.has(option.place) },
          ];
        }
        case 'allowed-atoms': {
          const [activities, atoms] = [new Set(rule.activities), new Set(rule.atoms)];
          return [
            {
              id: rule.id,
              forbids: (activity, option) =>
                activities.has(activity.id) && option.atoms.some((atom) => !atoms.has(atom)),
            },
          ];
        }
        case 'breaks': {
          const atoms = new Set(rule.atoms);
          return [{ id: rule.id, forbids: (_, option) => option.atoms.some((atom) => atoms.has(atom)) }];
        }
        case 'unavailable': {
          const atoms = new Set(rule.atoms);
          const uses = (activity: Activity): boolean => activity.resources.includes(rule.resource);
          return [
            {
              id: rule.id,
              forbids: (activity, option) => uses(activity) && option.atoms.some((atom) => atoms.has(atom)),
            },
          ];
        }
        default:
          return [];
      }
    },
  );
  return (activity, option) =>
    judges
      .filter((judge) => judge.forbids(activity, option) && !waived.has(JSON.stringify([judge.id, activity.id])))
      .map((judge) => judge.id);
}
