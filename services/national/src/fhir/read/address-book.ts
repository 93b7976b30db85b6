import type { RowPart } from './row-part';

/** An address that ends in a code of the registry: `Patient/FR-001-0001`, or the code alone. */
const OWN_ADDRESS = /(?:^|\/)([A-Z]{2}-\d{3}(?:-\d{4,})?)$/;

/** Which code of the registry a resource has, by the addresses under which others refer to it. */
export class AddressBook {
  private readonly codes = new Map<string, string>();

  /** Notes the code of a centre or patient, when its resource has another address than that. */
  note({ kind, fields }: RowPart, addresses: readonly string[]): void {
    const field = fields.get(kind === 'center' ? 'centerCode' : 'patientCode');
    if (field === undefined || field.refersTo) return;
    for (const address of addresses) if (!OWN_ADDRESS.test(address)) this.codes.set(address, String(field.value));
  }

  /** Whether a reference can be followed by what was noted so far, just as it stands. */
  knows(reference: string): boolean {
    return OWN_ADDRESS.test(reference) || this.codes.has(reference);
  }

  /** The code that a reference means; the last part of an address that nobody is known under, which is told as no code. */
  codeOf(reference: string): string {
    const own = OWN_ADDRESS.exec(reference)?.[1];
    if (own !== undefined) return own;
    const parts = reference.split('/');
    return this.codes.get(reference) ?? this.codes.get(parts.slice(-2).join('/')) ?? parts.at(-1) ?? reference;
  }
}
