import { badUserInput } from '@registry-hub/shared/errors';
import type { ChainHead } from '../../audit';
import type { AuditHeadInput } from '../types';

const SHA_256 = /^[0-9a-f]{64}$/;

/** @throws HubError BAD_USER_INPUT that names the field of `earlierHead` */
export function readAuditHead(input: AuditHeadInput | null | undefined): ChainHead | undefined {
  if (input === null || input === undefined) return undefined;
  const { sequence, hash } = input;
  if (sequence < 0) throw badUserInput({ field: 'earlierHead.sequence', message: 'expected a whole number from 0.' });
  if (!SHA_256.test(hash))
    throw badUserInput({ field: 'earlierHead.hash', message: 'expected 64 hexadecimal digits, as head.hash gives them.' });
  return { sequence, hash };
}
