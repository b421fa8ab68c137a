import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { recount } from '../domain/ctt/recount.ts';
import { readSolution } from '../domain/ctt/solutionText.ts';
import { FetError } from '../domain/fet/fetError.ts';
import { fetProblem } from '../domain/fet/fetProblem.ts';
import { readFet } from '../domain/fet/readFet.ts';
import type { Placement } from '../domain/model/assignment.ts';
import { evaluate } from '../domain/model/evaluate.ts';
import type { Score } from '../domain/model/score.ts';
import { FileRefusal, readText } from './fileRefusal.ts';
import { readInstance } from './solveCtt.ts';

export interface CheckReport {
  readonly score: Score;
  /** Kinds of constraints of a .fet file that were not judged. */
  readonly uncovered: readonly string[];
}

/** Recounts a solution from scratch, with code that shares nothing with the search. Throws FileRefusal. */
export async function checkFile(file: string, solution: string): Promise<CheckReport> {
  const text = await readText(file);
  const lines = await readText(solution);
  if (!isCtt(file)) return checkFet(file, text, solution, lines);
  const instance = readInstance(file, text);
  return { score: recount(instance, readSolution(instance, lines)), uncovered: [] };
}

export const isCtt = (file: string): boolean => file.toLowerCase().endsWith('.ctt');

const Row = z.object({ activity: z.string(), day: z.string(), hour: z.string(), room: z.string().default('') });

function checkFet(file: string, text: string, solution: string, csv: string): CheckReport {
  try {
    const read = readFet(text);
    const { problem, unrepresented } = fetProblem(read);
    const days = new Map(read.days.map((name, index) => [name, index]));
    const hours = new Map(read.hours.map((name, index) => [name, index]));
    const placeAt = new Map(problem.places.map(({ id, day, hour }) => [`${day} ${hour}`, id]));
    const rooms = new Map(problem.resources.filter(({ kind }) => kind === 'room').map(({ id, label }) => [label, id]));
    const activities = new Set(problem.activities.map(({ id }) => id));
    const assignment = new Map(
      rowsOf(solution, csv).map((row, index): [string, Placement] => {
        const place = placeAt.get(`${days.get(row.day)} ${hours.get(row.hour)}`);
        const room = row.room === '' ? null : rooms.get(row.room);
        if (!activities.has(row.activity))
          throw new FileRefusal(solution, `unknown activity "${row.activity}"`, index + 2);
        if (place === undefined) throw new FileRefusal(solution, `unknown time "${row.day}", "${row.hour}"`, index + 2);
        if (room === undefined) throw new FileRefusal(solution, `unknown room "${row.room}"`, index + 2);
        return [row.activity, { place, room }];
      }),
    );
    return { score: evaluate(problem, assignment), uncovered: [...new Set(unrepresented.map(({ type }) => type))] };
  } catch (error) {
    throw error instanceof FetError ? new FileRefusal(file, error.message, error.line) : error;
  }
}

function rowsOf(file: string, csv: string): z.infer<typeof Row>[] {
  try {
    return z.array(Row).parse(parse(csv, { columns: true, bom: true }));
  } catch (error) {
    throw new FileRefusal(file, error instanceof z.ZodError ? z.prettifyError(error) : String(error));
  }
}
