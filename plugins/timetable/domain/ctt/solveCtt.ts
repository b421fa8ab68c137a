import { coolDown } from '../../../../server/optimise/coolDown.ts';
import { seededRandom } from '../../../../server/optimise/random.ts';
import {
  type Level,
  replaySchedule,
  type Schedule,
  stepSchedule,
  timedSchedule,
} from '../../../../server/optimise/schedule.ts';
import type { Meeting } from '../../../../server/optimise/worker/meeting.ts';
import { construct } from './construct.ts';
import { cttModel } from './cttModel.ts';
import { CttMoves } from './cttMoves.ts';
import { CttState } from './cttState.ts';
import type { CttInstance } from './instance.ts';
import { shareAt } from './shareAt.ts';

/** What repeats a thread's run exactly: the turns of its construction and the levels of its annealing. */
export interface CttLog {
  readonly turns: number;
  readonly levels: readonly Level[];
}

/** How long to search: by a clock in milliseconds, by steps (repeatable), or as a log says. */
export type CttBudget =
  | { readonly kind: 'time'; readonly milliseconds: number; readonly now: () => number }
  | { readonly kind: 'steps'; readonly steps: number }
  | { readonly kind: 'replay'; readonly log: CttLog };

export interface CttProgress {
  /** Spent part of the run, 0 to 1. */
  readonly spent: number;
  readonly unplaced: number;
  readonly soft: number;
  /** The best so far; copy it to keep it. */
  readonly slots: Int32Array;
}

export interface CttOptions {
  readonly seed: number;
  readonly budget: CttBudget;
  readonly shouldStop: () => boolean;
  readonly onProgress?: (progress: CttProgress) => void;
  /** Where the threads of this run share their solutions. */
  readonly meeting?: Meeting;
}

export interface CttSolution {
  /** Slot of each lecture (see cttModel); -1 when no place was found for it. */
  readonly slots: Int32Array;
  readonly unplaced: number;
  readonly soft: number;
  readonly steps: number;
  readonly log: CttLog;
}

/** Cools from where nearly everything is accepted that keeps the hard rules, to where nothing that costs is. */
const COOLING = { hottest: 25, coldest: 0.1, levels: 400 };
/** Turns of construction, per lecture: real instances need little more than one. */
const TURNS = 200;
/** Part of the time that the construction may take. */
const CONSTRUCTION = 0.3;

/**
 * Makes a timetable for a .ctt instance. The same seed with the same steps, or with the log of a former run, gives the same
 * result; what a clock or the flag cut short is in the log. What cannot be placed is left out and counted as hard cost.
 */
export function solveCtt(instance: CttInstance, options: CttOptions): CttSolution {
  const { meeting, shouldStop } = options;
  const random = seededRandom(options.seed);
  const state = new CttState(cttModel(instance));
  const plan = planOf(options, state.model.lectures);
  const turns = construct(state, random, plan.turns, plan.endsConstruction);
  const moves = new CttMoves(state, random);
  const done = coolDown(moves, {
    random,
    schedule: plan.schedule(),
    shouldStop,
    beforeLevel: (level, temperature) => {
      const { unplaced, soft } = moves.best;
      options.onProgress?.({ spent: level / COOLING.levels, unplaced, soft, slots: moves.best.slotOf });
      if (meeting) shareAt(level, temperature, moves, meeting, shouldStop);
    },
  });
  meeting?.leave();
  const { slotOf, unplaced, soft } = moves.best;
  return { slots: slotOf, unplaced, soft, steps: done.steps, log: { turns, levels: done.levels } };
}

interface Plan {
  readonly turns: number;
  endsConstruction(): boolean;
  schedule(): Schedule;
}

function planOf({ budget, shouldStop }: CttOptions, lectures: number): Plan {
  const turns = TURNS * lectures;
  if (budget.kind === 'replay')
    return {
      turns: budget.log.turns,
      endsConstruction: () => false,
      schedule: () => replaySchedule(budget.log.levels),
    };
  if (budget.kind === 'steps')
    return { turns, endsConstruction: shouldStop, schedule: () => stepSchedule(COOLING, budget.steps) };
  const { now, milliseconds } = budget;
  const begun = now();
  return {
    turns,
    endsConstruction: () => shouldStop() || now() - begun > CONSTRUCTION * milliseconds,
    schedule: () => timedSchedule(COOLING, milliseconds - (now() - begun), now),
  };
}
