import type { Role } from '@registry-hub/shared/identity';
import { graphql } from 'graphql';
import { type CountryAnswer, CountryFault, type CountryRequest } from '../../countries';
import { buildEurope } from '../europe-subgraph';

const registered = [
  { code: 'AT', name: 'Austria' },
  { code: 'DE', name: 'Germany' },
  { code: 'GB', name: 'United Kingdom' },
];
const freeze = (label: string, takenAt: string) => ({ label, takenAt, takenBy: 'anna', derivationVersion: 1, cases: 4 });
const down: Answer = ({ country }) => {
  throw new CountryFault(country, { kind: 'UNREACHABLE', delivered: false, reason: 'connect ECONNREFUSED' });
};
type Answer = (asked: { readonly country: (typeof registered)[number]; readonly request: CountryRequest }) => CountryAnswer;

/** What the hub says when its countries answer so. */
async function ask(source: string, answers: Readonly<Record<string, Answer>>, role: Role = 'LEAD') {
  const { schema } = await buildEurope(registered);
  const requests: CountryRequest[] = [];
  const post = async (code: string, request: CountryRequest): Promise<CountryAnswer> => {
    requests.push(request);
    const country = registered.find((one) => one.code === code) ?? { code, name: code };
    return answers[code]?.({ country, request }) ?? { data: null };
  };
  const contextValue = {
    caller: { subject: 'anna', roles: [role] },
    authorization: 'Bearer token',
    requestId: 'request-1',
    countries: { countries: registered, post },
  };
  const { data, errors } = await graphql({ schema, source, contextValue });
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors: errors?.map(({ message }) => message), requests };
}

describe('the freezes of all countries', () => {
  const LIST = '{ europe { freezes { label countries { code takenAt cases } missing { code reason } } } }';
  const listing =
    (field: string, ...freezes: readonly object[]): Answer =>
    () => ({ data: { [field]: { registry: { freezes } } } });

  it('are put together by label, in the order in which they were first taken, with who lacks them', async () => {
    const { data } = await ask(LIST, {
      AT: listing('austria', freeze('later', '2026-02-01T00:00:00.000Z'), freeze('published', '2026-03-01T00:00:00.000Z')),
      DE: listing('germany', freeze('published', '2026-01-01T00:00:00.000Z')),
      GB: down,
    });
    const unreachable = { code: 'GB', reason: 'UNREACHABLE' };
    expect(data.europe.freezes).toEqual([
      {
        label: 'published',
        countries: [
          { code: 'AT', takenAt: '2026-03-01T00:00:00.000Z', cases: 4 },
          { code: 'DE', takenAt: '2026-01-01T00:00:00.000Z', cases: 4 },
        ],
        missing: [unreachable],
      },
      {
        label: 'later',
        countries: [{ code: 'AT', takenAt: '2026-02-01T00:00:00.000Z', cases: 4 }],
        missing: [{ code: 'DE', reason: 'NOT_FROZEN' }, unreachable],
      },
    ]);
  });

  it('are taken in every country that answers, in the caller’s own name, and the others are named', async () => {
    const taking: Answer = ({ request }) => ({
      data: { austria: { freezeRegistry: freeze(String(request.variables?.['label']), '2026-01-01T00:00:00Z') } },
    });
    const full: Answer = () => ({ data: { germany: null }, errors: [{ message: 'There are fifty.', extensions: { code: 'CONFLICT' } }] });
    const source = 'mutation { freezeRegistry(label: "published") { label countries { code takenBy } missing { code reason message } } }';
    const { data, requests } = await ask(source, { AT: taking, DE: full, GB: down });
    expect(data.freezeRegistry).toEqual({
      label: 'published',
      countries: [{ code: 'AT', takenBy: 'anna' }],
      missing: [
        { code: 'DE', reason: 'ERROR', message: 'There are fifty.' },
        { code: 'GB', reason: 'UNREACHABLE', message: expect.not.stringContaining('ECONNREFUSED') },
      ],
    });
    expect(requests.map(({ headers, variables }) => [headers, variables])).toEqual(
      registered.map(() => [{ authorization: 'Bearer token', 'x-request-id': 'request-1' }, { label: 'published' }]),
    );
  });

  it.each<[string, Answer]>([
    ['an error of its own', () => ({ errors: [{ message: 'SELECT * FROM freezes', extensions: { code: 'INTERNAL' } }] })],
    ['something else', () => ({ data: { austria: { registry: { freezes: [{ label: 'x' }] } } } })],
  ])('say no more of a country that answers with %s than that it said nothing', async (_what, answer) => {
    const { data } = await ask(LIST.replace('missing { code reason }', 'missing { message }'), {
      AT: answer,
      DE: listing('germany', freeze('published', '2026-01-01T00:00:00Z')),
      GB: listing('unitedKingdom'),
    });
    expect(data.europe.freezes[0].missing[0]).toEqual({ message: 'The registry did not say what it has frozen.' });
  });

  it('are not taken under a label that is none, nor by who is no lead', async () => {
    const source = (label: string): string => `mutation { freezeRegistry(label: "${label}") { label } }`;
    const refused = await ask(source('Published'), {});
    expect([refused.errors, refused.requests]).toEqual([[expect.stringMatching(/^label: expected lower-case letters/)], []]);
    for (const role of ['DASHBOARD', 'COORDINATOR', 'VALIDATOR', 'CENTER', 'ADMIN'] as const) {
      expect((await ask(source('published'), {}, role)).errors).toEqual(['Your role does not grant this.']);
    }
  });
});
