import { at } from '../solver/ints.ts';
import type { CttModel } from './cttModel.ts';
import type { CttLecture } from './instance.ts';

/** The lines that slots (by lecture, -1: unplaced) stand for. */
export function cttLectures({ instance, rooms, courseOf }: CttModel, slots: Int32Array): CttLecture[] {
  return [...slots].flatMap((slot, lecture) => {
    const course = instance.courses[at(courseOf, lecture)];
    const room = instance.rooms[slot % rooms];
    if (slot < 0 || !course || !room) return [];
    const period = Math.floor(slot / rooms);
    const day = Math.floor(period / instance.periodsPerDay);
    return [{ course: course.id, room: room.id, day, period: period % instance.periodsPerDay }];
  });
}
