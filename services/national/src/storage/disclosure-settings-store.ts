import type { DisclosureSettings } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { selectOne, selectRows } from './run-sql';
import { sql } from './sql';

/** What this country asks of disclosure control. */
export class DisclosureSettingsStore {
  constructor(private readonly manager: EntityManager) {}

  read(): Promise<DisclosureSettings> {
    return selectOne<DisclosureSettings>(
      this.manager,
      sql`
        SELECT disclosure_settings.dashboard_threshold AS "dashboardThreshold", disclosure_settings.lead_threshold AS "leadThreshold",
               disclosure_settings.coordinator_threshold AS "coordinatorThreshold",
               disclosure_settings.extremes_released AS "extremesReleased",
               disclosure_settings.differencing_refused AS "differencingRefused"
          FROM disclosure_settings`,
    );
  }

  async save(settings: DisclosureSettings): Promise<void> {
    const { dashboardThreshold, leadThreshold, coordinatorThreshold, extremesReleased, differencingRefused } = settings;
    await selectRows(
      this.manager,
      sql`
        UPDATE disclosure_settings
           SET dashboard_threshold = ${dashboardThreshold}, lead_threshold = ${leadThreshold},
               coordinator_threshold = ${coordinatorThreshold}, extremes_released = ${extremesReleased},
               differencing_refused = ${differencingRefused}`,
    );
  }
}
