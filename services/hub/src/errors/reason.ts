import { types } from 'node:util';

/** What the operating system, or a library, says about a failure, in few words. */
export function reasonOf(error: unknown): string {
  if (!types.isNativeError(error)) return String(error);
  // Node tries every address of a host name and gives the failures together, under an empty message
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0) return reasonOf(error.errors[0]);
  // fetch says "fetch failed" and keeps why as the cause
  if (error.cause !== undefined) return reasonOf(error.cause);
  return error.message === '' ? (codeOf(error) ?? error.name) : error.message;
}

/** The system's error code (`EADDRINUSE`), where there is one. */
export function codeOf(error: unknown): string | undefined {
  return types.isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
