import type { RowPart } from './row-part';

/** Which code of the registry a resource has, by the addresses under which others refer to it. */
export class AddressBook {
  private readonly codes = new Map<string, string>();

  /** Notes the code of a centre or patient, when its resource has another address than that. */
  note({ kind, fields }: RowPart, addresses: readonly string[]): void {
    const field = fields.get(kind === 'center' ? 'centerCode' : 'patientCode');
    if (field === undefined || field.refersTo) return;
    const code = String(field.value);
    for (const address of addresses) if (!address.endsWith(`/${code}`)) this.codes.set(address, code);
  }

  /** The code that a reference means; the last part of an address that nobody is known under, which may be one. */
  codeOf(reference: string): string {
    const parts = reference.split('/');
    const relative = parts.slice(-2).join('/');
    return this.codes.get(reference) ?? this.codes.get(relative) ?? parts.at(-1) ?? reference;
  }
}
