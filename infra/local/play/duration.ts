import * as z from 'zod';

const UNITS = {
  weeks: 604_800_000,
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
} as const;

const PATTERN =
  /^P(?!$)(?:(?<weeks>\d+)W)?(?:(?<days>\d+)D)?(?:T(?!$)(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+)S)?)?$/;

/** An ISO 8601 duration in milliseconds: `PT2H`, `P1DT30M`, `P2W`. A day is 24 h. Undefined for anything else. */
export function durationMs(text: string): number | undefined {
  const groups = PATTERN.exec(text)?.groups;
  if (!groups) return undefined;
  return Object.entries(UNITS).reduce((total, [unit, ms]) => total + Number(groups[unit] ?? 0) * ms, 0);
}

/** An ISO 8601 duration, read as milliseconds. */
export const Duration = z.string().transform((text, context) => {
  const ms = durationMs(text);
  if (ms !== undefined) return ms;
  context.addIssue({ code: 'custom', message: 'expected an ISO 8601 duration such as PT2H, P1D or P2W' });
  return z.NEVER;
});
