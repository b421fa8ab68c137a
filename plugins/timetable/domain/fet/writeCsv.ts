import type { Assignment } from '../model/assignment.ts';
import type { Problem } from '../model/problem.ts';
import type { FetFile } from './fetFile.ts';

/**
 * A timetable as CSV with the header `activity,day,hour,room`: names as in the file, the starting hour only, the room empty
 * when there is none, and a line for every activity that is placed.
 */
export function writeCsv(file: FetFile, problem: Problem, assignment: Assignment): string {
  const places = new Map(problem.places.map((place) => [place.id, place]));
  const labels = new Map(problem.resources.map((resource) => [resource.id, resource.label]));
  const lines = problem.activities.flatMap((activity) => {
    const placement = assignment.get(activity.id);
    const place = placement && places.get(placement.place);
    if (!place) return [];
    const room = placement.room === null ? '' : (labels.get(placement.room) ?? '');
    return [[activity.id, file.days[place.day] ?? '', file.hours[place.hour] ?? '', room].map(quoted).join(',')];
  });
  return `${['activity,day,hour,room', ...lines].join('\n')}\n`;
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
