/** Of a request's body, in bytes. */
export const BODY_LIMIT = 1024 * 1024;
/** Of a coordinator's mutation: a country's whole bundle is one. */
export const BUNDLE_LIMIT = 64 * 1024 * 1024;

/** Requests are counted in spans of so many seconds. */
export const RATE_SPAN_SECONDS = 10;
/** Requests of one caller in a span, where no setting says otherwise: many times what a busy client's pages need. */
export const DEFAULT_RATE = 5000;
/** Of a national service: one operation of the hub's may be several requests, as each step of fitting a model is one. */
export const DEFAULT_NATIONAL_RATE = 50_000;
/** An address that shows no valid token gets one request where a caller gets so many. */
export const CALLERS_TO_STRANGERS = 10;

/** What one operation may ask for. Whatever is more is refused before anything of it is planned or carried out. */
export interface OperationLimits {
  /** Of the document's text. A bundle travels in variables, which are not counted. */
  readonly characters: number;
  /** Words and signs of the document's text, comments left out. */
  readonly tokens: number;
  /** Brackets within brackets: what parsing goes down by. */
  readonly nesting: number;
  /** Operations and fragments of one document. */
  readonly definitions: number;
  /** Fields within fields, fragments opened. A tool's whole introspection query goes down 15. */
  readonly depth: number;
  /** All fields, each fragment counted wherever it is spread. */
  readonly fields: number;
  /** Fields that another name is given to, fragments opened. */
  readonly aliases: number;
  /** Fields that are named again beside themselves; merging them costs the square of their number. */
  readonly repeats: number;
  readonly directives: number;
  /** See {@link fieldCosts}. */
  readonly cost: number;
}

/** Enough for every figure there is of each of a dozen countries, or for a page of 500 patients with all their records. */
export const operationLimits: OperationLimits = {
  characters: 200_000,
  tokens: 20_000,
  nesting: 40,
  definitions: 200,
  depth: 16,
  fields: 10_000,
  aliases: 1000,
  repeats: 200,
  directives: 50,
  cost: 100_000,
};

/** Of a national service: a gateway opens fragments before it asks, and asks for entities one level further down. */
export const subgraphLimits: OperationLimits = {
  ...operationLimits,
  characters: 4 * operationLimits.characters,
  tokens: 4 * operationLimits.tokens,
  depth: operationLimits.depth + 2,
};

/** Elements a list is taken to have that no argument `first` tells the length of. */
export const ASSUMED_LENGTH = 10;

/**
 * What a field costs by itself, by type and name. One that is not named costs 1, or nothing when it holds a plain value; in a
 * list everything below counts for each element. A unit is about what showing one record costs, 100 about one scan of the
 * cases; a model takes some ten rounds of scans.
 */
export const fieldCosts: Readonly<Record<string, number>> = {
  'Cohort.size': 20,
  'Cohort.frequencies': 50,
  'Cohort.responseRates': 50,
  'Cohort.summary': 50,
  'Cohort.histogram': 50,
  'Cohort.milestones': 100,
  'Cohort.survival': 100,
  'Cohort.cumulativeIncidence': 100,
  'Cohort.coxRegression': 1000,
  'Cohort.logisticRegression': 1000,
  'RegressionModel.proportionality': 1000,
  'NationalRegistry.quality': 500,
  'NationalRegistry.auditVerification': 20_000,
  'Patient.history': 50,
  'Patient.timeline': 5,
  'NationalOperations.importBundle': 20_000,
  'NationalOperations.rederive': 20_000,
};
