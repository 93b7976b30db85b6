import type { EntityManager } from 'typeorm';
import { selectRows } from './run-sql';
import { sql } from './sql';

/** Which extensions a coordinator has switched on or off. */
export class ExtensionSwitchStore {
  constructor(private readonly manager: EntityManager) {}

  /** By name; one that nobody ever switched is not in it. */
  async read(): Promise<ReadonlyMap<string, boolean>> {
    const rows = await selectRows<{ extension: string; isOn: boolean }>(
      this.manager,
      sql`SELECT extension_switches.extension, extension_switches.is_on AS "isOn" FROM extension_switches`,
    );
    return new Map(rows.map(({ extension, isOn }) => [extension, isOn]));
  }

  async set(extension: string, isOn: boolean): Promise<void> {
    await selectRows(
      this.manager,
      sql`
        INSERT INTO extension_switches (extension, is_on) VALUES (${extension}, ${isOn})
        ON CONFLICT (extension) DO UPDATE SET is_on = excluded.is_on`,
    );
  }
}
