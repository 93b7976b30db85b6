import { z } from 'zod';

export const severitySchema = z.enum(['HARD', 'SOFT', 'INFORMATION']);

export const problemSchema = z.object({
  severity: severitySchema,
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
export type ImportOutcome = Readonly<z.output<typeof outcomeSchema>>;
export type ImportReport = ImportOutcome & { readonly problems: readonly ImportProblem[] };
