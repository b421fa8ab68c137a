import type * as Import from '../../../server/import/schemas/hours.ts';
import { write } from './request.ts';

export type HoursPreview = Import.HoursPreview;
export type HoursFile = Import.HoursFile;
export type ClassHours = Import.ClassHours;

const pathOf = (homeSchoolId: string): string => `/home-schools/${homeSchoolId}/hours`;

export const hoursForm = (homeSchoolId: string, format: 'csv' | 'xlsx', language: string): string =>
  `/api${pathOf(homeSchoolId)}/template/${format}?language=${language}`;

/** A file of the device as it is sent. */
export async function hoursFileOf(file: File): Promise<HoursFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return { name: file.name, data: btoa(text) };
}

export const previewHours = (homeSchoolId: string, file: HoursFile): Promise<HoursPreview> =>
  write<HoursPreview>('POST', `${pathOf(homeSchoolId)}/preview`, file);

export const sendHours = (homeSchoolId: string, file: HoursFile, fingerprint: string) =>
  write<Import.HoursApplied>('POST', pathOf(homeSchoolId), { ...file, fingerprint });

const classPathOf = (homeSchoolId: string): string => `/home-schools/${homeSchoolId}/class-hours`;

export const previewClassHours = (homeSchoolId: string, wanted: ClassHours): Promise<HoursPreview> =>
  write<HoursPreview>('POST', `${classPathOf(homeSchoolId)}/preview`, wanted);

export const sendClassHours = (homeSchoolId: string, seen: Import.ClassHoursToApply) =>
  write<Import.HoursApplied>('POST', classPathOf(homeSchoolId), seen);
