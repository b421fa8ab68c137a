import type { Problem } from '../../model/problem.ts';
import { compileDomains, type Domains } from './domains.ts';
import { type Names, namesOf } from './names.ts';
import { compileOptions, type Options } from './options.ts';
import { compileProfiles, type Profiles } from './profiles.ts';
import { compileSeats, type Seats } from './rooms.ts';
import { unaryRules } from './unary.ts';
import { compileUsage, type Usage } from './usage.ts';

/** A problem in integers and flat arrays, as the search reads it. Nothing here changes during a search. */
export interface Compiled {
  readonly problem: Problem;
  readonly names: Names;
  readonly activities: number;
  readonly atoms: number;
  readonly options: Options;
  readonly domains: Domains;
  readonly seats: Seats;
  readonly usage: Usage;
  readonly profiles: Profiles;
}

/** Throws ProblemError when the problem refers to something that it does not have. */
export function compile(problem: Problem): Compiled {
  const names = namesOf(problem);
  const options = compileOptions(problem, names);
  return compileRules(problem, { names, options, profiles: compileProfiles(problem, names, options) });
}

/** `problem` differs from the one that was compiled in the weights of its rules only: what does not depend on them is taken over. */
export const withWeightsOf = (compiled: Compiled, problem: Problem): Compiled => compileRules(problem, compiled);

function compileRules(
  problem: Problem,
  { names, options, profiles }: Pick<Compiled, 'names' | 'options' | 'profiles'>,
): Compiled {
  const rulesOf = unaryRules(problem);
  const rules = problem.activities.map((activity) => rulesOf(activity));
  return {
    problem,
    names,
    activities: problem.activities.length,
    atoms: problem.atoms,
    options,
    domains: compileDomains(problem, options, rules),
    seats: compileSeats(problem, names, rules),
    usage: compileUsage(problem, names),
    profiles,
  };
}
