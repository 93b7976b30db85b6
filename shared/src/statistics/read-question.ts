import { z } from 'zod';
import {
  type CalendarDate,
  COUNTRY_CODE,
  failureCategories,
  failureSubcategories,
  imatinibLines,
  parseCalendarDate,
  recordStatuses,
  registryNames,
  riskGroups,
  riskScoreNames,
  sexes,
} from '../domain';
import { measures } from './measures';
import type { CohortQuestion } from './question';
import { isMultiValued, variables } from './variables';

const calendarDate = z.custom<CalendarDate>((value) => typeof value === 'string' && parseCalendarDate(value) !== undefined);
const range = z.strictObject({ min: z.int().exactOptional(), max: z.int().exactOptional() });
const group = z.enum(variables).refine((variable) => !isMultiValued(variable));

const filterSchema = z.strictObject({
  registry: z.enum(registryNames),
  countries: z.array(z.string()).exactOptional(),
  sex: z.array(z.enum(sexes)).exactOptional(),
  ageAtDiagnosis: range.exactOptional(),
  ageAtImatinibStart: range.exactOptional(),
  diagnosed: z.strictObject({ from: calendarDate.exactOptional(), to: calendarDate.exactOptional() }).exactOptional(),
  notifiedBy: calendarDate.exactOptional(),
  imatinibLine: z.array(z.enum(imatinibLines)).exactOptional(),
  failureCategory: z.array(z.enum(failureCategories)).exactOptional(),
  failureSubcategory: z.array(z.enum(failureSubcategories)).exactOptional(),
  everInProspectiveStudy: z.boolean().exactOptional(),
  riskGroup: z.strictObject({ score: z.enum(riskScoreNames), groups: z.array(z.enum(riskGroups)) }).exactOptional(),
  mutation: z.array(z.string()).exactOptional(),
  disease: z.array(z.string()).exactOptional(),
  recordStatus: z.array(z.enum(recordStatuses)).exactOptional(),
});

const figureSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('size') }),
  z.strictObject({ kind: z.literal('frequencies'), of: z.enum(variables), by: group.exactOptional() }),
  z.strictObject({ kind: z.literal('summary'), of: z.enum(measures), by: group.exactOptional() }),
]);

const questionSchema: z.ZodType<CohortQuestion> = z.strictObject({
  layoutVersion: z.int(),
  filter: filterSchema,
  countries: z.array(z.string().regex(COUNTRY_CODE)),
  figures: z.array(figureSchema).min(1),
});

/** What a question is, as far as one of another layout version can be read at all. */
export type ReadQuestion =
  | { readonly kind: 'question'; readonly question: CohortQuestion }
  | { readonly kind: 'other layout' }
  | { readonly kind: 'invalid'; readonly reason: string };

/** Reads the text of a question that came from elsewhere. */
export function readQuestion(text: string, layoutVersion: number): ReadQuestion {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { kind: 'invalid', reason: 'the question is no JSON' };
  }
  const versioned = z.looseObject({ layoutVersion: z.int() }).safeParse(given);
  if (versioned.success && versioned.data.layoutVersion !== layoutVersion) return { kind: 'other layout' };
  const parsed = questionSchema.safeParse(given);
  return parsed.success ? { kind: 'question', question: parsed.data } : { kind: 'invalid', reason: z.prettifyError(parsed.error) };
}
