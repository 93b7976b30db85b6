import { z } from 'zod';
import { type DataFolder, readIfThere, replaceFile } from '../data-folder';
import { OperatorError } from '../errors';
import { type AuditHead, auditHeadSchema } from '../graphql-client';

const headsSchema = z.record(z.string(), auditHeadSchema);

/**
 * The last head that was verified, by country. Kept outside the countries' databases, it tells a trail that was cut off or
 * computed anew from the one that was recorded.
 *
 * @throws OperatorError when the file does not hold heads: without them, such a trail would pass for the real one
 */
export function readAuditHeads({ auditHeads }: Pick<DataFolder, 'auditHeads'>): Readonly<Record<string, AuditHead>> {
  const text = readIfThere(auditHeads);
  if (text === undefined) return {};
  const heads = headsSchema.safeParse(parsed(text));
  if (heads.success) return heads.data;
  throw new OperatorError(
    `${auditHeads} is not what hub audit verify wrote. Put it back from a backup, or remove it to begin anew with the trails as they are.`,
  );
}

export function keepAuditHead(data: Pick<DataFolder, 'auditHeads'>, country: string, head: AuditHead): void {
  replaceFile(data.auditHeads, `${JSON.stringify({ ...readAuditHeads(data), [country]: head }, undefined, 2)}\n`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
