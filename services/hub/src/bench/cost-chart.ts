import { type LogScale, logScale } from './log-scale';

/** What an answer cost, in milliseconds, at one size. */
export interface CostPoint {
  readonly question: string;
  readonly size: number;
  readonly first: number;
  readonly repeated: number;
}

export interface CostPanel {
  readonly title: string;
  readonly points: readonly CostPoint[];
}

interface Frame {
  readonly left: number;
  readonly x: LogScale;
  readonly y: LogScale;
}

const WIDTH = 460;
const HEIGHT = 340;
const MARGIN = { left: 56, right: 16, top: 40, bottom: 40 };
const LEGEND_HEIGHT = 64;
/** Told apart also by those who do not see red and green apart (Okabe & Ito, Color Universal Design, 2008). */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7'];

/** Curves of cost against size side by side, as the text of an SVG: first answers solid, repeated ones dashed. */
export function costChart(panels: readonly CostPanel[]): string {
  const costs = panels.flatMap(({ points }) => points.flatMap(({ first, repeated }) => [first, repeated]));
  const y = logScale([...costs, 10 ** Math.floor(Math.log10(Math.min(...costs)))], HEIGHT - MARGIN.bottom, MARGIN.top);
  const questions = [...new Set(panels.flatMap(({ points }) => points.map(({ question }) => question)))];
  const width = WIDTH * panels.length;
  const height = HEIGHT + LEGEND_HEIGHT;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="white"/>`,
    ...panels.flatMap((panel, index) => panelParts(panel, questions, y, index * WIDTH)),
    ...legend(questions),
    '</svg>',
    '',
  ].join('\n');
}

function panelParts({ title, points }: CostPanel, questions: readonly string[], y: LogScale, left: number): readonly string[] {
  const x = logScale(
    points.map(({ size }) => size),
    left + MARGIN.left,
    left + WIDTH - MARGIN.right,
  );
  const frame = { left, x, y };
  return [
    text(left + MARGIN.left, 20, title, 'font-weight="bold"'),
    ...axes(frame),
    ...questions.flatMap((question, index) => {
      const own = points.filter((point) => point.question === question);
      return [curve(frame, own, 'first', colour(index)), curve(frame, own, 'repeated', colour(index))];
    }),
  ];
}

function axes({ left, x, y }: Frame): readonly string[] {
  const bottom = HEIGHT - MARGIN.bottom;
  const right = left + WIDTH - MARGIN.right;
  return [
    ...y.ticks.map((tick) => line(left + MARGIN.left, y.at(tick), right, y.at(tick))),
    ...y.ticks.map((tick) => text(left + MARGIN.left - 6, y.at(tick) + 4, `${tick} ms`, 'text-anchor="end"')),
    ...x.ticks.map((tick) => line(x.at(tick), MARGIN.top, x.at(tick), bottom)),
    ...x.ticks.map((tick) => text(x.at(tick), bottom + 18, tick.toLocaleString('en'), 'text-anchor="middle"')),
  ];
}

function curve({ x, y }: Frame, points: readonly CostPoint[], cost: 'first' | 'repeated', stroke: string): string {
  const places = points.map((point) => `${x.at(point.size).toFixed(1)},${y.at(point[cost]).toFixed(1)}`).join(' ');
  const dash = cost === 'repeated' ? ' stroke-dasharray="5 4"' : '';
  return `<polyline points="${places}" fill="none" stroke="${stroke}" stroke-width="2"${dash}/>`;
}

function legend(questions: readonly string[]): readonly string[] {
  const entries = questions.map((question, index) => {
    const left = MARGIN.left + (index % 2) * WIDTH;
    const top = HEIGHT + 8 + Math.floor(index / 2) * 18;
    return `${line(left, top, left + 24, top, colour(index), 2)}${text(left + 30, top + 4, question)}`;
  });
  return [...entries, text(MARGIN.left, HEIGHT + 50, 'solid: first answer after a change in every country; dashed: repeated')];
}

function colour(index: number): string {
  return COLOURS[index % COLOURS.length] ?? 'black';
}

function line(x1: number, y1: number, x2: number, y2: number, stroke = '#ddd', width = 1): string {
  const [left, top, right, bottom] = [x1, y1, x2, y2].map((value) => value.toFixed(1));
  return `<line x1="${left}" y1="${top}" x2="${right}" y2="${bottom}" stroke="${stroke}" stroke-width="${width}"/>`;
}

function text(x: number, y: number, words: string, more = ''): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${words}</text>`;
}
