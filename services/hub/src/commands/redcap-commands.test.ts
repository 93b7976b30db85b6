import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command';

/** The text of a CSV file with one column more, at its end. */
const withColumn = (name: string, value: string) => (text: string) =>
  text.replaceAll(/\r?\n/g, `,${value}$&`).replace(`,${value}`, `,${name}`);

describe('hub redcap', () => {
  const directory = mkdtempSync(join(tmpdir(), 'redcap-'));
  afterAll(() => rmSync(directory, { recursive: true }));
  const at = (...names: readonly string[]): string => join(directory, ...names);

  async function hub(...words: readonly string[]): Promise<{ code: number; out: readonly string[]; err: readonly string[] }> {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await runCommand(words, {
      environment: {},
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      findServices: () => ({ national: '', gateway: '', identity: '' }),
      stopSignal: () => new AbortController().signal,
    });
    return { code, out, err };
  }

  it('writes the dictionary, and says which instruments are to repeat', async () => {
    const { code, out, err } = await hub('redcap', 'dictionary');
    expect([code, out[0]?.split('\n')[1]]).toEqual([0, expect.stringMatching(/^record_id,patient,,text,/)]);
    expect(err).toEqual([
      "In the project's setup, set these instruments as repeating: treatment, dose, assessment, mutation, adverse_event.",
    ]);
    expect((await hub('redcap', 'dictionary', at('dictionary.csv'))).out).toEqual([]);
    expect(readFileSync(at('dictionary.csv'), 'utf8').trimEnd()).toBe(out[0]);
    expect((await hub('redcap', 'dictionary', at('none', 'dictionary.csv'))).err).toEqual([
      expect.stringContaining("dictionary.csv can't be written"),
    ]);
  });

  it('goes from a bundle to REDCap and back', async () => {
    await hub('synthesize', at('bundles'), '--patients', '5', '--countries', 'FR');
    expect(await hub('redcap', 'export', at('bundles', 'FR'), at('fr.csv'))).toMatchObject({
      code: 0,
      out: [expect.stringMatching(/^fr\.csv: \d+ rows$/)],
    });
    expect(await hub('redcap', 'bundle', at('fr.csv'), at('again', 'FR'), '--missing', '-9,UNK')).toMatchObject({
      code: 0,
      out: expect.arrayContaining(['patients.csv: 5 rows']),
    });
    expect(readFileSync(at('again', 'FR', 'patients.csv'))).toEqual(readFileSync(at('bundles', 'FR', 'patients.csv')));
  });

  it.each<[string, (text: string) => string, RegExp]>([
    [
      'events of a longitudinal project',
      withColumn('redcap_event_name', 'baseline_arm_1'),
      /^odd\.csv:1:redcap_event_name LONGITUDINAL_PROJECT /,
    ],
    ['a field that is not in the dictionary', withColumn('hair_color', 'auburn'), /^odd\.csv:1:hair_color UNKNOWN_FIELD /],
    ['missing-data codes that were not named', (text) => text.replace(/,19\d\d-\d\d,/, ',NAVU,'), /^odd\.csv:\d+:pat_birth_month [A-Z_]+ /],
  ])('names row and column of %s, and writes nothing', async (_, change, expected) => {
    await hub('synthesize', at('some'), '--patients', '3', '--countries', 'FR');
    await hub('redcap', 'export', at('some', 'FR'), at('even.csv'));
    writeFileSync(at('odd.csv'), change(readFileSync(at('even.csv'), 'utf8')));
    const { code, out } = await hub('redcap', 'bundle', at('odd.csv'), at('odd', 'FR'), '--missing', '-9');
    expect([code, out[0]]).toEqual([1, expect.stringMatching(expected)]);
    expect(out.at(-1)).toMatch(/^Nothing was written/);
    expect(existsSync(at('odd', 'FR'))).toBe(false);
  });

  it('lists faults by file, row and column, and exits with 1', async () => {
    writeFileSync(at('wrong.csv'), 'record_id,redcap_repeat_instrument,redcap_repeat_instance,hair\n17,,,red\n');
    expect(await hub('redcap', 'bundle', at('wrong.csv'), at('wrong', 'FR'))).toEqual({
      code: 1,
      err: [],
      out: [
        'wrong.csv:1:hair UNKNOWN_FIELD The registry has no such field; leave it out of the export, or name it with --leave-out.',
        "wrong.csv:2:record_id WRONG_RECORD_ID record_id must be a patient's code, as FR-001-0001, or a centre's, as FR-001.",
        'Nothing was written: 2 faults.',
      ],
    });
  });

  it.each([
    [['bundle', 'export.csv', 'out'], "out: a bundle's folder is named by its country, as bundles/FR."],
    [
      ['bundle', 'export.csv', 'FR', '--missing', 'OTHER'],
      "--missing: OTHER is a value of pat_sex, so it can't also say that the value is missing.",
    ],
    [['export', 'none', 'fr.csv'], "none holds no file of a bundle, as patients.csv; name a country's own folder, as bundles/FR."],
  ])('says what is wrong with %j', async (words, sentence) => {
    expect(await hub('redcap', ...words)).toEqual({ code: 1, out: [], err: [sentence] });
  });
});
