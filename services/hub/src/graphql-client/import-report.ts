import { z } from 'zod';

export const problemSchema = z.object({
  severity: z.enum(['HARD', 'SOFT', 'INFORMATION']),
  file: z.string(),
  line: z.int(),
  column: z.string().nullish(),
  rule: z.string(),
  message: z.string(),
});

/** What an import did, its problems apart. */
export const outcomeSchema = z.object({
  stored: z.boolean(),
  refused: z.boolean(),
  rows: z.int(),
  patients: z.int(),
  patientsChanged: z.int().optional(),
  dataQueriesRaised: z.int(),
});

export type ImportProblem = Readonly<z.output<typeof problemSchema>>;
export type ImportReport = Readonly<z.output<typeof outcomeSchema>> & { readonly problems: readonly ImportProblem[] };
