const QUOTE = '"';

/**
 * The text from `start` on, whole records only, of at least `length` characters; undefined when no record ends so far behind. In a
 * CSV text (RFC 4180) a line end is the end of a record when the number of quotes before it is even.
 */
export function csvChunk(content: string, start: number, length: number): string | undefined {
  let inQuotes = false;
  let quote = content.indexOf(QUOTE, start);
  let end = content.indexOf('\n', start + length - 1);
  while (end !== -1) {
    while (quote !== -1 && quote < end) {
      inQuotes = !inQuotes;
      quote = content.indexOf(QUOTE, quote + 1);
    }
    if (!inQuotes) return content.slice(start, end + 1);
    if (quote === -1) return undefined;
    end = content.indexOf('\n', quote);
  }
  return undefined;
}

/** All whole records from `start` on; empty when not even the first one is whole. */
export function wholeRecords(content: string, start: number): string {
  let end = start;
  let outside = start;
  for (;;) {
    const opening = content.indexOf(QUOTE, outside);
    const lineEnd = content.lastIndexOf('\n', opening === -1 ? content.length : opening);
    if (lineEnd >= outside) end = lineEnd + 1;
    const closing = opening === -1 ? -1 : content.indexOf(QUOTE, opening + 1);
    if (closing === -1) return content.slice(start, end);
    outside = closing + 1;
  }
}
