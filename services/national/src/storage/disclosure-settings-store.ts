import type { DisclosureSettings } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { selectOne, selectRows } from './run-sql';
import { sql } from './sql';

/** The settings as one value of a row. */
export const DISCLOSURE_SETTINGS = sql`
  (SELECT json_build_object(
            'dashboardThreshold', disclosure_settings.dashboard_threshold, 'leadThreshold', disclosure_settings.lead_threshold,
            'coordinatorThreshold', disclosure_settings.coordinator_threshold,
            'extremesReleased', disclosure_settings.extremes_released,
            'differencingRefused', disclosure_settings.differencing_refused)
     FROM disclosure_settings)`;

/** What this country asks of disclosure control. */
export class DisclosureSettingsStore {
  constructor(private readonly manager: EntityManager) {}

  async read(): Promise<DisclosureSettings> {
    return (await selectOne<{ settings: DisclosureSettings }>(this.manager, sql`SELECT ${DISCLOSURE_SETTINGS} AS settings`)).settings;
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
