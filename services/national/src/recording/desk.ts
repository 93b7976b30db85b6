import { type CalendarDate, calendarDateOf } from '@registry-hub/shared/domain';
import type { Caller } from '@registry-hub/shared/identity';
import type { RegistryWriter } from '../storage';
import type { Occasion } from '../writing';

/** What a desk works with: one country's registry, and the caller of one request. Whether the caller may is decided before. */
export interface Desk {
  readonly writer: RegistryWriter;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly caller: Caller;
  readonly clock: () => Date;
}

/** The occasion of a change that the desk's caller makes now. */
export function occasionOf({ writer, caller, clock }: Desk, action: Occasion['action'], reason?: string): Occasion {
  return { action, by: caller, at: clock(), extensions: writer.extensions, ...(reason !== undefined && { reason }) };
}

export function todayAt({ clock }: Desk): CalendarDate {
  return calendarDateOf(clock());
}
