import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import type { CloseCohorts } from '../disclosure';
import { cohortKey } from '../statistics';
import type { Asker } from './asker';
import { textDigest } from './text-digest';

/** Entries of which this process remembers that they are written. */
const MOST_ENTRIES = 10_000;

/** Writes down who asked for cohorts that differ by few, once a day for the same two. */
export class DisclosureLogWriter {
  private readonly written = new LRUCache<string, true>({ max: MOST_ENTRIES });

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: () => Date,
  ) {}

  async write(asker: Asker, close: readonly CloseCohorts[]): Promise<void> {
    const at = this.clock();
    for (const one of close) await this.writeOne(asker, one, at);
  }

  private async writeOne({ subject, role }: Asker, { asked, earlier, decision, threshold }: CloseCohorts, at: Date): Promise<void> {
    const day = at.toISOString().slice(0, 10);
    const digest = textDigest(JSON.stringify([subject, role, decision, threshold, cohortKey(asked), cohortKey(earlier), day]));
    if (this.written.has(digest)) return;
    const identities = [asked, earlier].map(({ filter, countries }) => ({ filter, countries }));
    const countries = [...new Set([...asked.countries, ...earlier.countries])].toSorted();
    await this.dataSource.manager.query(
      `INSERT INTO disclosure_log (logged_at, subject, role, decision, threshold, asked, earlier, countries, digest)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (digest) DO NOTHING`,
      [at, subject, role, decision, threshold, ...identities, countries, digest],
    );
    this.written.set(digest, true);
  }
}
