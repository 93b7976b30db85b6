import type { HubEvent } from '../supervisor';

/** What an operator is told of an event; undefined for what needs no word. */
export function hubEventLine(event: HubEvent): string | undefined {
  switch (event.kind) {
    case 'PART_STARTING':
      return undefined;
    case 'PART_UP': {
      const { name, url, restarts } = event.part;
      return line(name, `${restarts === 0 ? 'ready in' : 'back after'} ${seconds(event.afterMs)}  ${url ?? ''}`);
    }
    case 'PART_DOWN':
      return line(event.part.name, `down: ${event.reason}; it is started again`);
    case 'PART_REFUSED':
      return line(event.part.name, `stays down: ${event.reason}`);
    case 'SEEDED':
      return line('import', `${event.patients} published cases in ${seconds(event.afterMs)}`);
    case 'NOT_SERVED':
      return line('gateway', `does not find yet: ${event.countries.map(({ name }) => name).join(', ')}`);
  }
}

function line(subject: string, text: string): string {
  return `  ${subject.padEnd(14)} ${text}`.trimEnd();
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
