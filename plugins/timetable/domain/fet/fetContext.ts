import type { Resource } from '../model/resource.ts';
import type { FetActivity, FetFile } from './fetFile.ts';
import type { TaggedResources } from './taggedResources.ts';
import type { XmlNode } from './xmlNode.ts';

/** What the translators of constraints look up: names become ids of the problem. Lookups throw FetError with the line. */
export interface FetContext {
  readonly file: FetFile;
  /** Active activities, in file order. */
  readonly active: readonly FetActivity[];
  readonly tagged: TaggedResources;
  readonly studentResources: readonly Resource[];
  dayIndex(name: string, node: XmlNode): number;
  hourIndex(name: string, node: XmlNode): number;
  teacher(node: XmlNode): string;
  allTeachers(): readonly string[];
  studentsOf(set: string, node: XmlNode): readonly string[];
  allStudents(): readonly string[];
  room(name: string, node: XmlNode): string;
  /** Active ones among the listed activities, each once. */
  activities(node: XmlNode): string[];
  /** The activity under this name; null when it is inactive. */
  activity(node: XmlNode, name: string): string | null;
  /** Rooms that preferred-room constraints give an activity. */
  preferredRooms(activity: string): ReadonlySet<string>;
}

export const teacherId = (name: string): string => `teacher:${name}`;
export const roomId = (name: string): string => `room:${name}`;
export const placeId = (day: number, hour: number): string => `${day}.${hour}`;
export const atomOf = (file: FetFile, day: number, hour: number): number => day * file.hours.length + hour;
