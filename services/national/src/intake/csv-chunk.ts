const QUOTE = '"';

/**
 * The text from `start` on, whole records only, of at least `length` characters unless the content ends before. In a CSV text
 * (RFC 4180) a line end is the end of a record when the number of quotes before it is even.
 */
export function csvChunk(content: string, start: number, length: number): string {
  let inQuotes = false;
  let quote = content.indexOf(QUOTE, start);
  let end = content.indexOf('\n', start + length - 1);
  while (end !== -1) {
    while (quote !== -1 && quote < end) {
      inQuotes = !inQuotes;
      quote = content.indexOf(QUOTE, quote + 1);
    }
    if (!inQuotes) return content.slice(start, end + 1);
    if (quote === -1) break;
    end = content.indexOf('\n', quote);
  }
  return content.slice(start);
}
