import type { DataSource } from 'typeorm';
import { AnsweredOnce } from './answered-once';
import type { MaskingServices } from './masking-desk';
import { type NewKeyPolicy, PinnedKeys } from './pinned-keys';

export interface MaskingOptions extends Pick<MaskingServices, 'country' | 'key' | 'clock'> {
  readonly dataSource: DataSource;
  readonly newKeys: NewKeyPolicy;
}

/** What masks answers, on this registry's database. */
export function createMasking({ country, key, clock, dataSource, newKeys }: MaskingOptions): MaskingServices {
  return { country, key, clock, pinned: new PinnedKeys({ dataSource, own: key, newKeys }), once: new AnsweredOnce(dataSource) };
}
