import { z } from 'zod';
import {
  type CalendarDate,
  COUNTRY_CODE,
  elnEditions,
  FREEZE_LABEL,
  failureCategories,
  failureSubcategories,
  imatinibLines,
  parseCalendarDate,
  recordStatuses,
  riskGroups,
  riskScoreNames,
  sexes,
} from '../domain';
import { type Endpoint, incidenceEvents, originsOf, survivalEndpoints, type TimeOrigin, timeOrigins } from './event-times';
import { measures } from './measures';
import { MOST_FRACTION_BITS } from './partials';
import type { CohortQuestion, MaskedRound } from './question';
import { registryNames } from './registries';
import { isMultiValued, RESPONSE_OF_RATES, variables } from './variables';
import { isOrdered, MOST_VECTOR_CELLS, vectorLayout } from './vectors';

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
  diseaseGroup: z.array(z.string()).exactOptional(),
  recordStatus: z.array(z.enum(recordStatuses)).exactOptional(),
  freeze: z.string().regex(FREEZE_LABEL).exactOptional(),
});

/** Of one question: far more than a hub remembers of a caller. */
const MOST_OTHERS = 1000;
const country = z.string().regex(COUNTRY_CODE);
const countryCodes = z.array(country);
const cohortIdentity = z.strictObject({ filter: filterSchema.omit({ countries: true }), countries: countryCodes });

const from = z.enum(timeOrigins);
const endpoint = z.enum(survivalEndpoints);
const delayedEntry = z.boolean().exactOptional();

const coxShape = { family: z.literal('COX'), endpoint, from, delayedEntry };
const logisticShape = { family: z.literal('LOGISTIC'), outcome: z.strictObject({ variable: group, value: z.string() }) };
const measureCovariate = z.strictObject({ measure: z.enum(measures) });
const covariates = z.array(z.union([measureCovariate, z.strictObject({ variable: group })])).min(1);
const values = z.array(z.string()).min(1);
const codedCovariates = z.array(z.union([measureCovariate, z.strictObject({ variable: group, reference: z.string(), values })])).min(1);

const model = z.discriminatedUnion('family', [
  z.strictObject({ ...coxShape, covariates }).refine(isCounted),
  z.strictObject({ ...logisticShape, covariates }),
]);
const codedCox = z.strictObject({ ...coxShape, covariates: codedCovariates }).refine(isCounted);
const codedModel = z.discriminatedUnion('family', [codedCox, z.strictObject({ ...logisticShape, covariates: codedCovariates })]);
const at = z.array(z.number());
const fractionBits = z.int().min(0).max(MOST_FRACTION_BITS);

const figureSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('size') }),
  z.strictObject({ kind: z.literal('derivations') }),
  z.strictObject({ kind: z.literal('frequencies'), of: z.enum([...variables, RESPONSE_OF_RATES]), by: group.exactOptional() }),
  z.strictObject({ kind: z.literal('summary'), of: z.enum(measures), by: group.exactOptional() }),
  z.strictObject({ kind: z.literal('survival'), endpoint, from, by: group.exactOptional(), delayedEntry }).refine(isCounted),
  z
    .strictObject({ kind: z.literal('incidence'), event: z.enum(incidenceEvents), from, by: group.exactOptional() })
    .refine((figure) => isCounted({ endpoint: `INCIDENCE_OF_${figure.event}`, from: figure.from })),
  z.strictObject({ kind: z.literal('milestones'), edition: z.enum(elnEditions) }),
  z.strictObject({ kind: z.literal('modelDesign'), model }),
  z.strictObject({ kind: z.literal('likelihood'), model: codedModel, at, fractionBits }),
  z.strictObject({ kind: z.literal('proportionality'), model: codedCox, at, fractionBits }),
  z.strictObject({ kind: z.literal('differences'), others: z.array(cohortIdentity).max(MOST_OTHERS) }),
]);

/** Whether an endpoint is counted from an origin at all. */
function isCounted(analysis: { readonly endpoint: Endpoint; readonly from: TimeOrigin }): boolean {
  return originsOf(analysis.endpoint).includes(analysis.from);
}

const versionSchema = z.looseObject({ layoutVersion: z.int() });
const whole = z.int().min(0);
const roundSchema = z.strictObject({
  questionId: z.string(),
  participants: z.array(z.strictObject({ country, publicKey: z.string() })),
  plans: z.array(z.array(z.tuple([whole, whole, whole])).refine(isOrdered, 'expected runs in the order of their starts')),
});

const questionSchema: z.ZodType<CohortQuestion> = z
  .strictObject({
    layoutVersion: z.int(),
    filter: filterSchema,
    countries: countryCodes,
    figures: z.array(figureSchema).min(1),
    anew: z.boolean().exactOptional(),
    round: roundSchema.exactOptional(),
  })
  .refine((question) => !question.round || fits(question, question.round), {
    path: ['round', 'plans'],
    message: `expected a plan for each figure, and at most ${MOST_VECTOR_CELLS} cells in all`,
  });

function fits(question: CohortQuestion, { plans }: MaskedRound): boolean {
  return plans.length === question.figures.length && vectorLayout(question, plans).counts <= MOST_VECTOR_CELLS;
}

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
  const versioned = versionSchema.safeParse(given);
  if (versioned.success && versioned.data.layoutVersion !== layoutVersion) return { kind: 'other layout' };
  const parsed = questionSchema.safeParse(given);
  return parsed.success ? { kind: 'question', question: parsed.data } : { kind: 'invalid', reason: z.prettifyError(parsed.error) };
}
