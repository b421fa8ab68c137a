import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useTimes } from './useTimes.ts';
import { offsetMinutes } from './zone.ts';

/** Every zone that the browser knows, by its distance from UTC. */
function zonesAt(now: Date, zoneName: (zone: string) => string): { value: string; label: string }[] {
  return Intl.supportedValuesOf('timeZone')
    .map((zone) => ({ zone, offset: offsetMinutes(zone, now) }))
    .toSorted((a, b) => a.offset - b.offset || a.zone.localeCompare(b.zone))
    .map(({ zone, offset }) => ({ value: zone, label: `${offsetText(offset)} ${zoneName(zone)}` }));
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  return `UTC${minutes < 0 ? '−' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`;
}

interface ZoneSelectProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (zone: string) => void;
}

/** One of the world's zones, by its city. */
export function ZoneSelect({ label, description, value, error, onChange }: ZoneSelectProps) {
  const { zoneName } = useTimes();
  const zones = useMemo(() => zonesAt(new Date(), zoneName), [zoneName]);
  const known = zones.some((zone) => zone.value === value);
  return (
    <NativeSelect
      label={label}
      description={description}
      data={known ? zones : [{ value, label: zoneName(value) }, ...zones]}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
