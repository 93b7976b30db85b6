import type { DataSource } from 'typeorm';
import { derivedCaseOfRow } from './derived-case-row';
import type { VisitCase } from './derived-case-source';
import { eachRow } from './each-row';
import { DerivedCaseEntity } from './entities';
import { type RegistryState, STATE_COLUMNS } from './registry-state-store';
import { runPrepared } from './run-prepared';
import { selectOne } from './run-sql';
import { sql, text } from './sql';
import { tableShape } from './table-shape';

/** How often patients have been taken out of a freeze since it was taken; another number is another state of it. */
export interface FreezeLosses {
  readonly withdrawals: number;
  /** Out of European figures alone. */
  readonly objections: number;
}

/** The registry's state with its freezes, by label, at one moment. */
export interface FreezesOfState {
  readonly state: RegistryState;
  readonly freezes: ReadonlyMap<string, FreezeLosses>;
}

type FreezeRow = RegistryState & FreezeLosses & { readonly label: string | null };
type FrozenRow = DerivedCaseEntity & { readonly caseNumber: number };

/** Where statistics read what is frozen from. */
export class FreezeSource {
  constructor(private readonly dataSource: DataSource) {}

  async current(): Promise<FreezesOfState> {
    const rows = await runPrepared<FreezeRow>(
      this.dataSource,
      'registry-freezes',
      sql`SELECT ${STATE_COLUMNS}, freezes.label, freezes.withdrawals, freezes.objections FROM registry_state LEFT JOIN freezes ON true`,
    );
    const [first] = rows;
    if (first === undefined) throw new Error('the registry has no state');
    const { revision, name, settings } = first;
    const freezes = rows.flatMap(({ label, withdrawals, objections }) =>
      label === null ? [] : [[label, { withdrawals, objections }] as const],
    );
    return { state: { revision, name, settings }, freezes: new Map(freezes) };
  }

  /** Visits every case of a freeze as of one moment. @returns the losses it had then */
  readAll(label: string, visit: VisitCase): Promise<FreezeLosses> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const losses = await selectOne<FreezeLosses>(
        manager,
        sql`SELECT freezes.withdrawals, freezes.objections FROM freezes WHERE freezes.label = ${label}`,
      );
      const { columns } = tableShape(manager.connection, DerivedCaseEntity);
      const derived = text(columns.map(({ name, property }) => `frozen_cases.${name} AS "${property}"`).join(', '));
      // in one order always: sums of a model are rounded after they were added up
      const frozen = sql`
        SELECT frozen_cases.case_number AS "caseNumber", ${derived}
          FROM frozen_cases WHERE frozen_cases.freeze_label = ${label} ORDER BY frozen_cases.case_number`;
      await eachRow<FrozenRow>(manager, frozen, ({ caseNumber, ...row }) => visit(caseNumber, derivedCaseOfRow(row)));
      return losses;
    });
  }
}
