import { JSONParser } from '@streamparser/json';
import { isJsonObject } from './fhir-element';
import type { ResourceEntry } from './resource-entry';

/**
 * Reads the entries of a Bundle (R4: batch, collection, transaction and others) whose JSON comes piece by piece. Of the Bundle
 * nothing is kept: each entry is handed on when it is whole.
 */
export class BundleEntryReader {
  private readonly parser = new JSONParser({ paths: ['$.entry.*', '$.resourceType'], keepStack: false });
  private entries: ResourceEntry[] = [];
  private count = 0;
  private resourceType: unknown;

  constructor() {
    this.parser.onValue = ({ value, key }) => {
      if (key === 'resourceType') this.resourceType = value;
      else this.entries.push(bundleEntry(value, this.count++));
    };
  }

  /**
   * The entries that are whole with this piece.
   *
   * @throws Error when it is no JSON
   */
  read(piece: Uint8Array): readonly ResourceEntry[] {
    this.parser.write(piece);
    const { entries } = this;
    this.entries = [];
    return entries;
  }

  /**
   * To be called when there are no more pieces.
   *
   * @throws Error when the JSON is not whole, or no Bundle
   */
  end(): void {
    if (!this.parser.isEnded) this.parser.end();
    if (this.resourceType !== 'Bundle') throw new Error('the resourceType is not Bundle');
  }
}

/** An entry as its resource, with the address that others refer to it by. */
export function bundleEntry(entry: unknown, index: number): ResourceEntry {
  const { resource, fullUrl } = isJsonObject(entry) ? entry : { resource: undefined, fullUrl: undefined };
  return { resource, place: `Bundle.entry[${index}]`, ...(typeof fullUrl === 'string' ? { fullUrl } : {}) };
}
