import { type CaseFacts, dateOfDayNumber, dayNumber, failureSubcategories } from '../domain';
import { caseFacts } from './case-facts';
import { wholeDraws } from './whole-draws';

/** Patients by country, with names that tests and files know them by. */
export type GoldenCohort = Readonly<Record<string, readonly CaseFacts[]>>;

/** What of a made-up patient matters to figures over time; days count from the start of imatinib. */
interface Course {
  readonly sex?: 'F' | 'M';
  readonly age?: number;
  readonly wbc?: number | undefined;
  readonly subcategory?: number;
  /** Day of the last contact, or of death. */
  readonly until: number;
  readonly died?: 'CML' | 'OTHER';
  readonly failed?: number;
  readonly notified?: number;
  readonly progressed?: number;
  readonly respondedAt?: number;
}

const IMATINIB_START = dayNumber('2002-01-15');
const MONTHS_PER_YEAR = 12;

const on = (day: number): ReturnType<typeof dateOfDayNumber> => dateOfDayNumber(IMATINIB_START + day);

function patientOf(country: string, index: number, course: Course): CaseFacts {
  const { sex = 'F', age = 50, until, died, failed = 0, progressed, respondedAt } = course;
  const contact = on(until);
  const birthMonth = `${2001 - age}-${String((index % MONTHS_PER_YEAR) + 1).padStart(2, '0')}` as `${number}-${number}`;
  const findings = [
    ...(respondedAt === undefined ? [] : [{ assessedOn: on(respondedAt), metaphasesPhPositive: 0, bcrAbl1IsPct: 0.05 }]),
    ...(progressed === undefined ? [] : [{ assessedOn: on(progressed), phase: 'ACCELERATED' as const }]),
  ];
  return caseFacts({
    patient: {
      patientCode: `${country}-001-${String(index + 1).padStart(4, '0')}`,
      centerCode: `${country}-001`,
      sex,
      birthMonth,
      vitalStatus: died ? 'DEAD' : 'ALIVE',
      lastContactOn: contact,
      diedOn: died ? contact : undefined,
      deathCause: died,
    },
    diagnosis: { diagnosedOn: on(-(30 + (index % 7) * 40)), wbc: 'wbc' in course ? course.wbc : 120 },
    treatments: [{ startedOn: on(0), stoppedOn: on(failed) }],
    doses: [],
    assessments: findings.toSorted((one, other) => one.assessedOn.localeCompare(other.assessedOn)),
    failure: {
      failedOn: on(failed),
      notifiedOn: on(course.notified ?? failed),
      reportedSubcategory: failureSubcategories[course.subcategory ?? 0] ?? 'TOXICITY',
    },
  });
}

const cohortOf = (courses: Readonly<Record<string, readonly Course[]>>): GoldenCohort =>
  Object.fromEntries(
    Object.entries(courses).map(([country, list]) => [country, list.map((course, index) => patientOf(country, index, course))]),
  );

/** Courses in which age, sex and kind of failure matter, some white cell counts being unknown. */
function madeUpCourses(seed: number, patients: number, dayStep: number): readonly Course[] {
  const draw = wholeDraws(seed);
  return Array.from({ length: patients }, () => {
    const sex = draw(5) < 3 ? 'M' : 'F';
    const age = 18 + draw(62);
    const subcategory = draw(4);
    // the older, and those of one kind of failure, are followed for less long and die more often
    const longest = Math.ceil((2600 - age * 12 - subcategory * 150) / dayStep);
    const until = draw(longest) * dayStep;
    const died = draw(100) < 25 + age / 4 + (sex === 'M' ? 6 : 0) ? (draw(3) < 2 ? 'CML' : 'OTHER') : undefined;
    const failed = Math.min(draw(20) * Math.max(dayStep, 30), until);
    const course: Course = { sex, age, subcategory, until, failed, notified: failed + draw(14) * 40 };
    return {
      ...course,
      ...(died ? { died } : {}),
      ...(draw(6) === 0 ? { wbc: undefined } : { wbc: 20 + draw(3000) / 10 }),
      ...(draw(3) === 0 ? { progressed: draw(until + 1) } : {}),
      ...(draw(3) === 0 ? { respondedAt: draw(until + 1) } : {}),
    };
  });
}

/** Cohorts on which figures are compared with those of R. */
export const goldenCohorts = {
  'one-patient': cohortOf({ FR: [{ until: 200, died: 'CML', failed: 100 }] }),
  'nobody-died': cohortOf({ FR: [90, 180, 400, 400, 1000].map((until) => ({ until, failed: 60 })), DE: [{ until: 30 }, { until: 800 }] }),
  'all-on-one-day': cohortOf({
    FR: [40, 50, 60, 70].map((age) => ({ age, until: 365, died: 'CML' as const, failed: 200 })),
    DE: [
      { sex: 'M', until: 365, died: 'OTHER' },
      { sex: 'M', until: 365, died: 'CML' },
    ],
  }),
  'events-on-day-0': cohortOf({
    FR: [{ until: 0, died: 'CML' }, { until: 0, died: 'CML' }, { until: 0 }, { until: 50, died: 'OTHER' }, { until: 70 }],
  }),
  'flat-at-half': cohortOf({
    FR: [{ until: 100, died: 'CML' }, { until: 200, died: 'CML' }, { until: 300 }, { until: 400, died: 'CML' }],
    DE: [
      { sex: 'M', until: 100, died: 'CML' },
      { sex: 'M', until: 200, died: 'CML' },
      { sex: 'M', until: 300 },
      { sex: 'M', until: 400 },
    ],
  }),
  'heavy-ties': cohortOf({ FR: madeUpCourses(3, 40, 183), DE: madeUpCourses(4, 30, 183), IL: madeUpCourses(5, 20, 183) }),
  'a-country-of-nobody': cohortOf({ FR: madeUpCourses(6, 30, 1), IL: [], IT: madeUpCourses(7, 12, 1) }),
  'three-hundred': cohortOf({
    DE: madeUpCourses(11, 60, 1),
    ES: madeUpCourses(12, 13, 1),
    FR: madeUpCourses(13, 180, 1),
    IL: madeUpCourses(14, 47, 1),
  }),
} as const satisfies Record<string, GoldenCohort>;

export type GoldenCohortName = keyof typeof goldenCohorts;
export const goldenCohortNames = Object.keys(goldenCohorts) as readonly GoldenCohortName[];
