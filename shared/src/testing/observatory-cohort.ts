import { type CaseFacts, type Drug, dateOfDayNumber, dayNumber, type StopReason } from '../domain';
import { caseFacts } from './case-facts';
import type { GoldenCohort } from './golden-cohorts';
import { wholeDraws } from './whole-draws';

type Draw = (below: number) => number;

interface Line {
  readonly drug: Drug;
  readonly from: number;
  readonly to?: number;
  readonly reason?: StopReason;
}

/** BCR::ABL1 on a day since the first inhibitor. */
interface Measurement {
  readonly on: number;
  readonly isPct: number;
}

const TKI_START = dayNumber('2005-03-01');
const on = (day: number): ReturnType<typeof dateOfDayNumber> => dateOfDayNumber(TKI_START + day);
const firstDrugs = ['IMATINIB', 'NILOTINIB', 'DASATINIB'] as const;
const otherReasons = ['INTOLERANCE', 'PREGNANCY', 'PATIENT_WISH'] as const;

/** A switch at times, with a pause of up to two months, and then a stop in remission, for another reason, or none. */
function linesOf(draw: Draw, until: number): readonly Line[] {
  const drug = firstDrugs[draw(3)] ?? 'IMATINIB';
  const switchedOn = 200 + draw(900);
  const isSwitched = draw(3) === 0 && switchedOn + 70 < until;
  const first: Line[] = isSwitched
    ? [
        { drug, from: 0, to: switchedOn, reason: draw(2) === 0 ? 'INTOLERANCE' : 'RESISTANCE' },
        { drug: 'BOSUTINIB', from: switchedOn + draw(60) },
      ]
    : [{ drug, from: 0 }];
  const last = first.pop();
  const stop = 1300 + draw(1500);
  if (!last || stop >= until || draw(5) === 0) return last ? [...first, last] : first;
  const reason = draw(10) < 8 ? 'TREATMENT_FREE_REMISSION' : otherReasons[draw(3)];
  return [...first, { ...last, to: stop, ...(reason && { reason }) }];
}

/** Once a quarter under the drug; after the stop every month or two, or, of one in nine, never. */
function measurementsOf(draw: Draw, stop: number | undefined, until: number): readonly Measurement[] {
  const end = stop ?? until;
  const treated = Array.from({ length: Math.floor(end / 91) }, (_, index) => ({ on: (index + 1) * 91, isPct: 40 / 3 ** (index + 1) }));
  if (stop === undefined || draw(9) === 0) return treated;
  const lost = draw(2) === 0 ? stop + 30 + draw(400) : Number.POSITIVE_INFINITY;
  const free: Measurement[] = [];
  for (let day = stop + 28; day <= until; day += 28 + draw(40))
    free.push({ on: day, isPct: day < lost ? draw(11) / 100 : 0.11 + draw(50) / 10 });
  return [...treated, ...free];
}

/** A restart soon after the loss, sometimes without one, sometimes never. */
function restartOf(draw: Draw, stop: number | undefined, measured: readonly Measurement[], until: number): readonly Line[] {
  if (stop === undefined) return [];
  const loss = measured.find((one) => one.on > stop && one.isPct > 0.1);
  const day = loss ? loss.on + draw(60) : stop + 10 + draw(900);
  return day < until && draw(loss ? 5 : 6) < (loss ? 4 : 1) ? [{ drug: 'NILOTINIB', from: day }] : [];
}

function patientOf(country: string, index: number, draw: Draw): CaseFacts {
  const age = 20 + draw(60);
  const until = 300 + draw(4200);
  const died = draw(6) === 0 ? (draw(3) === 0 ? 'CML' : 'OTHER') : undefined;
  const lines = linesOf(draw, until);
  const stop = lines.at(-1)?.to;
  const measured = measurementsOf(draw, stop, until);
  const treatments = [...lines, ...restartOf(draw, stop, measured, until)];
  const progressed = draw(12) === 0 ? draw(until) : undefined;
  return caseFacts({
    patient: {
      patientCode: `${country}-001-${String(index + 1).padStart(4, '0')}`,
      centerCode: `${country}-001`,
      sex: draw(5) < 3 ? 'M' : 'F',
      birthMonth: `${2004 - age}-${String((index % 12) + 1).padStart(2, '0')}` as `${number}-${number}`,
      vitalStatus: died ? 'DEAD' : 'ALIVE',
      lastContactOn: on(until),
      diedOn: died && on(until),
      deathCause: died,
    },
    diagnosis: { diagnosedOn: on(-1 - draw(90)) },
    treatments: treatments.map(({ drug, from, to, reason }) => ({
      drug,
      startedOn: on(from),
      stoppedOn: to === undefined ? undefined : on(to),
      stopReason: reason,
    })),
    doses: [],
    assessments: [
      ...measured.map((one) => ({
        assessedOn: on(one.on),
        bcrAbl1IsPct: one.isPct,
        metaphasesExamined: undefined,
        metaphasesPhPositive: undefined,
      })),
      // on a day of its own, since a day has one assessment
      ...(progressed === undefined || measured.some((one) => one.on === progressed)
        ? []
        : [{ assessedOn: on(progressed), phase: 'ACCELERATED' as const, bcrAbl1IsPct: undefined }]),
    ].toSorted((one, other) => one.assessedOn.localeCompare(other.assessedOn)),
    failure: index % 9 === 0 && treatments[0]?.drug === 'IMATINIB' ? { failedOn: on(150), notifiedOn: on(180) } : undefined,
  });
}

function patientsOf(country: string, seed: number, patients: number): readonly CaseFacts[] {
  const draw = wholeDraws(seed);
  return Array.from({ length: patients }, (_, index) => patientOf(country, index, draw));
}

/** Patients on inhibitors, off them, and on them again, whose figures are compared with those of R. */
export const observatoryCohorts = {
  'tki-observatory': {
    DE: patientsOf('DE', 21, 45),
    FR: patientsOf('FR', 22, 90),
    IL: patientsOf('IL', 23, 25),
  },
} as const satisfies Record<string, GoldenCohort>;
