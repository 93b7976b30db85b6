import { deriveCase } from '@registry-hub/shared/clinical';
import type { CalendarDate } from '@registry-hub/shared/domain';
import { badUserInput, HubError, type InputProblem } from '@registry-hub/shared/errors';
import type { EntityManager } from 'typeorm';
import { type ExtensionFormat, type ExtensionRecord, type ExtensionRecords, extensionKeyOf, ownerOf } from '../extension';
import { type InputValues, readFileInput, readFileKey } from '../intake';
import { CaseStore, ExtensionRecordStore } from '../storage';
import { caseFindingsOf, type ExtensionRecordChange, recordFindingsOf, withExtensionRecord } from '../validation';
import { applyChange, type ChangePart, type Occasion } from '../writing';
import { type Desk, occasionOf, todayAt } from './desk';
import { type OpenCase, openUnlockedCase } from './open-case';
import { isSame, refuseReason } from './read-arguments';
import type { Correction } from './record-desk';

/** What a change of one record is made with. */
interface Attempted {
  readonly format: ExtensionFormat;
  readonly record: ExtensionRecord;
  readonly faults: readonly InputProblem[];
}

/**
 * Records of extensions, one by one, by the rules of an import: those of patients by the version of their case, those of centres without
 * one.
 *
 * Every method throws HubError: BAD_USER_INPUT with all problems of the arguments, NOT_FOUND when the patient, centre or record is not
 * there, CONFLICT when the case is locked, has another version, or has the record already.
 */
export class ExtensionRecordDesk {
  constructor(private readonly desk: Desk) {}

  async record<R extends object>(format: ExtensionFormat<R>, input: InputValues, expectedVersion?: number): Promise<R> {
    const attempted = this.read(format, input);
    await this.change('RECORD', attempted, expectedVersion, undefined, (stored) => {
      if (stored) throw new HubError('CONFLICT', 'There is a record with this key already; correct that one.');
    });
    return attempted.record as R;
  }

  /** Puts another record in the place of one; its key stays. */
  async correct<R extends object>(
    format: ExtensionFormat<R>,
    input: InputValues,
    { reason, expectedVersion }: Partial<Correction> & Pick<Correction, 'reason'>,
  ): Promise<R> {
    refuseReason(reason);
    const attempted = this.read(format, input);
    await this.change('CORRECT', attempted, expectedVersion, reason, (stored) => {
      if (!stored) throw new HubError('NOT_FOUND');
    });
    return attempted.record as R;
  }

  /** @param values the record's natural key */
  async voidRecord(
    format: ExtensionFormat,
    values: InputValues,
    { reason, expectedVersion }: Partial<Correction> & Pick<Correction, 'reason'>,
  ): Promise<void> {
    refuseReason(reason);
    const { writer, country } = this.desk;
    const key = readFileKey(format, values, country);
    if (!key) throw new HubError('NOT_FOUND');
    const [code = ''] = key;
    await writer.write(async (manager) => {
      const open = await this.open(manager, format, code, expectedVersion);
      const before = findRecord(format, (await this.load(manager, format, code)).get(format.kind) ?? [], key);
      if (!before) throw new HubError('NOT_FOUND');
      await this.apply(manager, 'VOID', reason, { format, code, before, after: undefined }, open);
    });
  }

  private read(format: ExtensionFormat, input: InputValues): Attempted {
    const { record, faults } = readFileInput(format, input, this.desk.country);
    const problems = faults.map(({ field, rule, message }) => ({ field: `input.${field}`, message, rule }));
    if (!record) throw badUserInput(...problems);
    return { format, record, faults: problems };
  }

  private async change(
    action: Occasion['action'],
    { format, record, faults }: Attempted,
    expectedVersion: number | undefined,
    reason: string | undefined,
    refuse: (stored: ExtensionRecord | undefined) => void,
  ): Promise<void> {
    const code = ownerOf(format, record);
    await this.desk.writer.write(async (manager) => {
      const open = await this.open(manager, format, code, expectedVersion);
      const records = await this.load(manager, format, code);
      const before = findRecord(format, records.get(format.kind) ?? [], extensionKeyOf(format, record));
      refuse(before);
      const problems = [...faults, ...this.problems(format, record, records, open)];
      if (problems.length > 0) throw badUserInput(...problems);
      await this.apply(manager, action, reason, { format, code, before, after: record }, open);
    });
  }

  /** What the extensions' rules refuse, by the argument it is about. */
  private problems(
    format: ExtensionFormat,
    record: ExtensionRecord,
    records: ExtensionRecords,
    open: OpenCase | undefined,
  ): readonly InputProblem[] {
    const { all } = this.desk.writer.extensions;
    const today: CalendarDate = todayAt(this.desk);
    const own = recordFindingsOf(all, format, record, today).map(({ rule, field, message }) => ({
      field: argumentOf(field),
      message,
      rule,
    }));
    if (!open) return own;
    const merged = new Map(records).set(format.kind, withExtensionRecord(format, records.get(format.kind) ?? [], record));
    const key = extensionKeyOf(format, record);
    const ofCase = caseFindingsOf(all, open.facts, merged).filter(({ severity }) => severity === 'HARD');
    return [
      ...own,
      ...ofCase.map(({ rule, kind, key: at, field, message }) => ({
        field: argumentOf(kind === format.kind && isSame(at, key) ? field : undefined),
        message,
        rule,
      })),
    ];
  }

  private async open(
    manager: EntityManager,
    { owner }: ExtensionFormat,
    code: string,
    expectedVersion: number | undefined,
  ): Promise<OpenCase | undefined> {
    if (owner === 'PATIENT') return openUnlockedCase(manager, code, expectedVersion);
    if ((await new CaseStore(manager).centers()).has(code)) return undefined;
    throw new HubError('NOT_FOUND');
  }

  private async load(manager: EntityManager, { owner }: ExtensionFormat, code: string): Promise<ExtensionRecords> {
    const formats = this.desk.writer.extensions.formats.filter((format) => format.owner === owner);
    return (await new ExtensionRecordStore(manager).load(formats, [code])).get(code) ?? new Map();
  }

  private async apply(
    manager: EntityManager,
    action: Occasion['action'],
    reason: string | undefined,
    change: ExtensionRecordChange,
    open: OpenCase | undefined,
  ): Promise<void> {
    const cases: ChangePart['cases'] = open ? [{ before: open.facts, after: open.facts, derived: deriveCase(open.facts) }] : [];
    await applyChange(manager, { ...occasionOf(this.desk, action, reason), cases, extensionRecords: [change] });
  }
}

function findRecord(format: ExtensionFormat, records: readonly ExtensionRecord[], key: readonly string[]): ExtensionRecord | undefined {
  return records.find((one) => isSame(extensionKeyOf(format, one), key));
}

function argumentOf(field: string | undefined): string {
  return field === undefined ? 'input' : `input.${field}`;
}
