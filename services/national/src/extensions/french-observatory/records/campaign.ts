import { bundleFormat, type CalendarDate, type Column } from '@registry-hub/shared/domain';

/** A round in which the observatory's biology team holds a centre's BCR::ABL1 results against its own measurement of the samples. */
export interface Campaign {
  readonly centerCode: string;
  /** Its label, as `2024-spring`. */
  readonly campaign: string;
  readonly startedOn: CalendarDate;
  readonly endedOn?: CalendarDate;
  readonly samplesSent?: number;
  readonly samplesValidated?: number;
  /** Samples whose result the team could not confirm. */
  readonly deviations?: number;
}

const samples: Column = { kind: 'integer', hard: { min: 0, max: 100_000 } };

export const campaignColumns: { readonly [C in keyof Required<Campaign>]: Column } = {
  centerCode: bundleFormat.center.columns.centerCode,
  campaign: {
    kind: 'text',
    pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/,
    form: 'a label of at most 40 letters, digits, dots and dashes, as 2024-spring',
    required: true,
  },
  startedOn: { kind: 'date', required: true },
  endedOn: { kind: 'date' },
  samplesSent: samples,
  samplesValidated: samples,
  deviations: samples,
};
