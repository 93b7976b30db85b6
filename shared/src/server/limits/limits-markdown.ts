import {
  ASSUMED_LENGTH,
  BODY_LIMIT,
  BUNDLE_LIMIT,
  DEFAULT_NATIONAL_RATE,
  DEFAULT_RATE,
  fieldCosts,
  operationLimits,
  RATE_SPAN_SECONDS,
} from './operation-limits';

const megabyte = 2 ** 20;

/** The limits as the README shows them. */
export function limitsMarkdown(): string {
  const { characters, tokens, depth, fields, aliases, directives, cost } = operationLimits;
  const rows: readonly (readonly [string, string])[] = [
    ['body of a request', `${BODY_LIMIT / megabyte} MB; ${BUNDLE_LIMIT / megabyte} MB for a coordinator's mutation (an import)`],
    ['text of a document', `${inThousands(characters)} characters, ${inThousands(tokens)} tokens`],
    ['fields within fields', inThousands(depth)],
    ['fields; aliases; directives, fragments opened', [fields, aliases, directives].map(inThousands).join('; ')],
    [
      'cost',
      `${inThousands(cost)}: an object costs 1, in a list as often as \`first\` says (else ${ASSUMED_LENGTH} times); a table or summary ${cohort('frequencies')}, a curve ${cohort('survival')}, a model ${inThousands(cohort('coxRegression'))}`,
    ],
    [
      'requests of one caller',
      `${inThousands(DEFAULT_RATE)} in ${RATE_SPAN_SECONDS} s (\`RATE_LIMIT\`), ${inThousands(DEFAULT_NATIONAL_RATE)} at a national service (\`NATIONAL_RATE_LIMIT\`)`,
    ],
  ];
  return ['| of | at most |', '|---|---|', ...rows.map(([what, most]) => `| ${what} | ${most} |`)].join('\n');
}

function cohort(figure: string): number {
  return fieldCosts[`Cohort.${figure}`] ?? 1;
}

function inThousands(number: number): string {
  return number.toLocaleString('en');
}
